package org.stampwright.audit;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SignedReceipt;

/**
 * I10: each receipt is signed by the authority, fits the chain, and is older than any capture or release that depends
 * on it.
 */
final class ReceiptCheck {

    static final OrderPage.Rule OF_ORDERS = new OrderPage.Rule(
            "I10",
            """
            select distinct 'order ' || o.id, 'is ' || o.state || ', but entry ' || c.entry_number || ' of psd '
                   || lpad(c.psd::text, 8, '0') || ' has no receipt'
              from page join postage_order o on o.id = page.id
              join indicium_content c on c.order_id = o.id and c.attempt = o.attempt
             where o.state in ('receipted', 'captured', 'released', 'printed')
               and not exists (select 1 from psd_receipt r where r.psd = c.psd and r.entry_number >=
                  c.entry_number)""");

    private final PublicKey key;
    private final Findings findings;

    ReceiptCheck(AuthorityRecords authority, Findings findings) {
        this.key = authority.bundle().bundle().signingCertificate().getPublicKey();
        this.findings = findings;
    }

    /** @param entry that the row holds; empty if it cannot be read */
    void check(long psd, ChainPage.Entry row, Optional<LedgerEntry> entry) {
        if (row.receipt() != null) {
            objection(psd, row, entry)
                    .ifPresent(why -> findings.addPsd("I10", psd, "the receipt for entry " + row.number() + " " + why));
        }
    }

    private Optional<String> objection(long psd, ChainPage.Entry row, Optional<LedgerEntry> entry) {
        try {
            SignedReceipt signed = SignedReceipt.decode(row.receipt());
            if (!signed.isSignedBy(key)) {
                return Optional.of("is not signed by the authority");
            }
            boolean fits = signed.receipt().psd().value() == psd
                    && signed.receipt().entryNumber() == row.number()
                    && entry.filter(stored -> Arrays.equals(
                                    stored.hash(), signed.receipt().head()))
                            .isPresent();
            return fits ? Optional.empty() : Optional.of("does not fit the chain");
        } catch (IllegalArgumentException garbled) {
            return Optional.of("cannot be read: " + garbled.getMessage());
        }
    }
}
