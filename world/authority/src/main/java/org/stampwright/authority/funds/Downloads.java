package org.stampwright.authority.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.authority.Database;
import org.stampwright.authority.ListPage;
import org.stampwright.authority.Problem;
import org.stampwright.authority.Transaction;

/** Decides downloads, each exactly once. */
@ApplicationScoped
public class Downloads {

    private Database database;

    protected Downloads() {}

    @Inject
    Downloads(Database database) {
        this.database = database;
    }

    /** Decides this download, or returns the earlier decision on it. */
    Download decide(Download asked) {
        return database.inTransaction(tx -> {
            Optional<Psd> psd = Psd.lock(tx, asked.vendor(), asked.psd());
            Optional<Download> known = Download.find(tx, asked.vendor(), asked.id());
            if (known.isPresent() && !known.get().sameRequest(asked)) {
                throw Problem.otherBody(asked.id());
            }
            return known.isPresent() ? known.get() : record(tx, judged(asked, psd));
        });
    }

    Download find(long vendor, long psd, UUID id) {
        return database.inTransaction(tx -> Download.find(tx, vendor, id))
                .filter(found -> found.psd() == psd)
                .orElseThrow(() -> Problem.notFound("There is no download " + id + "."));
    }

    List<Download> of(long vendor, long psd, ListPage page) {
        return database.inTransaction(tx -> Download.of(tx, vendor, psd, page));
    }

    /** Applies every rule except the account's balance, which only its own row can decide. */
    static Download judged(Download asked, Optional<Psd> psd) {
        if (psd.isEmpty()) {
            return asked.refused("unknown-psd");
        }
        if (psd.get().withdrawn()) {
            return asked.refused("withdrawn");
        }
        if (asked.controlTotal() != psd.get().controlTotal()) {
            return asked.refused("control-total");
        }
        boolean tooMuch = asked.amount() > psd.get().maximumDescending();
        return tooMuch ? asked.refused("maximum") : asked;
    }

    private Download record(Transaction tx, Download judged) throws SQLException {
        boolean paid = judged.granted() && Account.take(tx, judged.vendor(), judged.id(), judged.amount(), judged.at());
        Download decided = judged.granted() && !paid ? judged.refused("insufficient-funds") : judged;
        tx.update(
                "insert into download (vendor, id, psd, amount, control_total, state, reason, at) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)",
                decided.vendor(),
                decided.id(),
                decided.psd(),
                decided.amount(),
                decided.controlTotal(),
                decided.granted() ? "granted" : "refused",
                decided.reason(),
                decided.at());
        if (decided.granted()) {
            tx.update("update psd set granted = granted + ? where psd = ?", decided.amount(), decided.psd());
        }
        return decided;
    }
}
