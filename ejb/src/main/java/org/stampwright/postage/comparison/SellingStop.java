package org.stampwright.postage.comparison;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/**
 * Whether selling is stopped, by the database, for all instances: it is while a difference from the authority exists
 * that no operator has confirmed. Orders from before a confirmation are not franked either, since only the lost part of
 * the database had their outcome.
 */
@Stateless
public class SellingStop {

    /** An SQL condition: selling is not stopped. */
    public static final String NONE = "not exists (select 1 from psd_difference where confirmation_id is null)";

    /** An SQL condition over {@code postage_order}: the order was placed after the last confirmation. */
    public static final String PLACED_SINCE =
            "placed_at > coalesce((select max(confirmed_at) from difference_confirmation), '-infinity')";

    private static final String IS_STOPPED = "select not (" + NONE + ")";
    private static final String IS_FROM_BEFORE =
            "select 1 from postage_order where id = :order and not (" + PLACED_SINCE + ")";

    @Inject
    Jdbi jdbi;

    @Inject
    HeadComparison comparison;

    public boolean isStopped() {
        return jdbi.withHandle(
                handle -> handle.createQuery(IS_STOPPED).mapTo(Boolean.class).one());
    }

    /**
     * Refuses to continue while selling is stopped.
     *
     * @throws SellingStopped if selling is stopped
     */
    public void requireNone() {
        if (isStopped()) {
            throw new SellingStopped(
                    "the authority is ahead of the database, and no operator has confirmed the difference");
        }
    }

    /** Returns why no order can be placed here now; empty if one can. */
    public Optional<Refusal> refusal() {
        if (isStopped()) {
            return Optional.of(Refusal.of(
                    ProblemKind.SELLING_STOPPED,
                    "We have stopped selling stamps while we check our records. Nothing was ordered and nothing was"
                            + " charged. Please come back later."));
        }
        return comparison.isTried()
                ? Optional.empty()
                : Optional.of(Refusal.of(ProblemKind.UNAVAILABLE, "We have just started. Ask again in a few seconds."));
    }

    /** Returns whether an operator confirmed a difference after this order was placed. */
    public boolean isFromBefore(UUID order) {
        return jdbi.withHandle(handle -> handle.createQuery(IS_FROM_BEFORE)
                .bind("order", order)
                .mapTo(Integer.class)
                .findFirst()
                .isPresent());
    }
}
