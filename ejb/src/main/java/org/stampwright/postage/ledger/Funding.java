package org.stampwright.postage.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.stampwright.indicium.Money;

/**
 * A download of postage value from the authority into one PSD. It is recorded as open, with the control total, before
 * the authority is asked. It ends either credited, exactly once and together with its ledger entry, or refused. A PSD
 * has at most one open funding; the PSD's current owner finishes it.
 */
@Entity
@Table(name = "funding")
public class Funding {

    @Id
    private UUID id;

    private long psd;

    private long amount;

    @Column(name = "control_total")
    private long controlTotal;

    private String state;

    private String reason;

    @Column(name = "entry_number")
    private Long entryNumber;

    @Column(name = "opened_at", insertable = false, updatable = false)
    private Instant openedAt;

    @Column(name = "closed_at")
    private Instant closedAt;

    @Version
    private long version;

    protected Funding() {}

    public static Funding open(UUID id, long psd, Money amount, Money controlTotal) {
        Funding funding = new Funding();
        funding.id = id;
        funding.psd = psd;
        funding.amount = amount.mills();
        funding.controlTotal = controlTotal.mills();
        funding.state = "open";
        return funding;
    }

    /** Records that the authority granted it and that this entry credits it. */
    void credited(long entry, Instant now) {
        requireOpen();
        state = "credited";
        entryNumber = entry;
        closedAt = now;
    }

    void refused(String why, Instant now) {
        requireOpen();
        state = "refused";
        reason = why;
        closedAt = now;
    }

    private void requireOpen() {
        if (!state.equals("open")) {
            throw new OwnershipLost("funding " + id + " is " + state + " already");
        }
    }

    public UUID id() {
        return id;
    }

    long psd() {
        return psd;
    }

    public Money amount() {
        return Money.ofMills(amount);
    }

    Money controlTotal() {
        return Money.ofMills(controlTotal);
    }
}
