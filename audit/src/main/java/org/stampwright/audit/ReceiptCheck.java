package org.stampwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.stampwright.indicium.ledger.SignedReceipt;

/**
 * I10: each receipt is signed by the authority, fits the chain, and is older than any capture or release that depends
 * on it.
 */
final class ReceiptCheck {

    private static final String WITHOUT_RECEIPT =
            """
            select distinct 'order ' || o.id, 'is ' || o.state || ', but entry ' || c.entry_number || ' of psd '
                   || lpad(c.psd::text, 8, '0') || ' has no receipt'
              from postage_order o
              join indicium_content c on c.order_id = o.id and c.attempt = o.attempt
             where o.state in ('receipted', 'captured', 'released', 'printed')
               and not exists (select 1 from psd_receipt r where r.psd = c.psd and r.entry_number >= c.entry_number)""";

    private final Connection snapshot;
    private final AuthorityRecords authority;
    private final Findings findings;

    ReceiptCheck(Connection snapshot, AuthorityRecords authority, Findings findings) {
        this.snapshot = snapshot;
        this.authority = authority;
        this.findings = findings;
    }

    void checkOrders() throws SQLException {
        findings.addRows("I10", snapshot, WITHOUT_RECEIPT);
    }

    /** @param claimed the newest receipted entry according to the PSD's row */
    void checkDevice(long psd, Chain chain, long claimed) throws SQLException {
        long newest = 0;
        try (PreparedStatement query = snapshot.prepareStatement(
                "select entry_number, receipt from psd_receipt where psd = ? order by entry_number")) {
            query.setLong(1, psd);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    newest = rows.getLong("entry_number");
                    check(psd, newest, rows.getBytes("receipt"), chain);
                }
            }
        }
        if (newest != claimed) {
            findings.addPsd(
                    "I10",
                    psd,
                    "its row counts as receipted up to entry " + claimed + ", its newest receipt is for entry "
                            + newest);
        }
    }

    private void check(long psd, long number, byte[] bytes, Chain chain) {
        String receipt = "the receipt for entry " + number;
        try {
            SignedReceipt signed = SignedReceipt.decode(bytes);
            if (!signed.isSignedBy(
                    authority.bundle().bundle().signingCertificate().getPublicKey())) {
                findings.addPsd("I10", psd, receipt + " is not signed by the authority");
            } else if (signed.receipt().psd().value() != psd
                    || signed.receipt().entryNumber() != number
                    || !chain.has(number, AuthorityRecords.hex(signed.receipt().head()))) {
                findings.addPsd("I10", psd, receipt + " does not fit the chain");
            }
        } catch (IllegalArgumentException garbled) {
            findings.addPsd("I10", psd, receipt + " cannot be read: " + garbled.getMessage());
        }
    }
}
