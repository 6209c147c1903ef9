package org.stampwright.postage.comparison;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.database.DatabaseFault;
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
            "select 1 from postage_order where id = ? and not (" + PLACED_SINCE + ")";

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    @Inject
    HeadComparison comparison;

    public boolean isStopped() {
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(IS_STOPPED);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException fault) {
            throw new DatabaseFault("whether the vendor may sell cannot be read", fault);
        }
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
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(IS_FROM_BEFORE)) {
            select.setObject(1, order);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException fault) {
            throw new DatabaseFault("order " + order + " cannot be read", fault);
        }
    }
}
