package org.stampwright.authority.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.authority.Database;
import org.stampwright.authority.Problem;
import org.stampwright.authority.Transaction;
import org.stampwright.authority.funds.Account;
import org.stampwright.authority.funds.Psd;
import org.stampwright.authority.funds.PsdDocument;
import org.stampwright.authority.keys.AuthoritySigner;
import org.stampwright.authority.vendor.Vendors;
import org.stampwright.indicium.ledger.Kind;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.Receipt;
import org.stampwright.indicium.ledger.SignedReceipt;

/** Records entries, one PSD at a time under its row lock. */
@ApplicationScoped
public class Intake {

    private Database database;
    private Vendors vendors;
    private AuthoritySigner signer;
    private Clock clock;

    protected Intake() {}

    @Inject
    Intake(Database database, Vendors vendors, AuthoritySigner signer, Clock clock) {
        this.database = database;
        this.vendors = vendors;
        this.signer = signer;
        this.clock = clock;
    }

    /** Records those entries that are new and returns the newest receipt. */
    byte[] take(long vendor, long serial, List<OfferedEntry> offered) {
        return database.inTransaction(tx -> {
            Psd psd = Psd.lock(tx, vendor, serial).orElseThrow(() -> Psd.unknown(serial));
            try {
                Optional<LedgerEntry> head = takeEach(tx, psd, offered);
                return head.isPresent()
                        ? store(tx, psd, head.get())
                        : Ledger.newestReceipt(tx, serial).orElseThrow();
            } catch (Problem conflict) {
                throw conflict.with("head", PsdDocument.head(psd));
            }
        });
    }

    /** Returns the new head, or empty if all entries were known. */
    private Optional<LedgerEntry> takeEach(Transaction tx, Psd psd, List<OfferedEntry> offered) throws SQLException {
        EntryCheck examiner = new EntryCheck(tx, vendors.find(tx, psd.vendor()), psd);
        Optional<LedgerEntry> first = Ledger.entry(tx, psd.serial(), psd.headNumber());
        Optional<LedgerEntry> head = first;
        for (OfferedEntry next : offered) {
            requireSamePsd(psd, next.entry());
            if (next.entry().number() <= psd.headNumber()) {
                requireKnown(tx, next.entry());
            } else {
                examiner.examine(head, next);
                settle(tx, psd, head, next.entry());
                Ledger.insert(tx, next, clock.instant());
                head = Optional.of(next.entry());
            }
        }
        return head.equals(first) ? Optional.empty() : head;
    }

    private static void requireSamePsd(Psd psd, LedgerEntry entry) {
        if (entry.psd().value() != psd.serial()) {
            throw EntryCheck.refused("broken-chain", entry, "it is of another PSD");
        }
    }

    private static void requireKnown(Transaction tx, LedgerEntry entry) throws SQLException {
        byte[] known = Ledger.entry(tx, entry.psd().value(), entry.number())
                .orElseThrow()
                .encode();
        if (!Arrays.equals(known, entry.encode())) {
            throw EntryCheck.refused("two-entries", entry, "a different entry was recorded under this number");
        }
    }

    /** Applies an entry that moves funds to the authority's own accounts. */
    private void settle(Transaction tx, Psd psd, Optional<LedgerEntry> before, LedgerEntry entry) throws SQLException {
        if (entry.kind() == Kind.FUNDED) {
            long amount =
                    entry.fundsAdded().minus(before.orElseThrow().fundsAdded()).mills();
            int credited = tx.update(
                    "update download set entry = ? where (vendor, id) = (select vendor, id "
                            + "from download where psd = ? and vendor = ? and state = 'granted' and entry is null "
                            + "and amount = ? order by at limit 1)",
                    entry.number(),
                    psd.serial(),
                    psd.vendor(),
                    amount);
            if (credited != 1) {
                throw EntryCheck.refused("unfunded", entry, "no granted download of " + amount + " mills is open");
            }
        }
        if (entry.kind() == Kind.WITHDRAWN) {
            long rest = entry.fundsWithdrawn()
                    .minus(before.orElseThrow().fundsWithdrawn())
                    .mills();
            UUID reference = new UUID(0, psd.serial());
            Account.put(tx, psd.vendor(), "withdrawal", reference, rest, clock.instant());
        }
    }

    private byte[] store(Transaction tx, Psd psd, LedgerEntry head) throws SQLException {
        Ledger.moveHead(tx, head);
        Receipt receipt = new Receipt(head.psd(), head.number(), head.hash(), clock.instant());
        byte[] signed = new SignedReceipt(receipt, signer.sign(receipt.encode())).encode();
        tx.update(
                "insert into receipt (psd, number, bytes, at) values (?, ?, ?, ?)",
                psd.serial(),
                head.number(),
                signed,
                clock.instant());
        return signed;
    }
}
