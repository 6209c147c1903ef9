package org.stampwright.authority.fate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.stampwright.authority.Database;
import org.stampwright.authority.ListPage;
import org.stampwright.authority.Problem;
import org.stampwright.authority.Transaction;
import org.stampwright.authority.funds.Account;
import org.stampwright.authority.trust.TrustChanges;

/** Decides void requests, each exactly once. */
@ApplicationScoped
public class Voids {

    private Database database;

    protected Voids() {}

    @Inject
    Voids(Database database) {
        this.database = database;
    }

    /** Decides this request, or returns the earlier decision on it. */
    VoidRequest decide(VoidRequest asked) {
        return database.inTransaction(tx -> {
            Optional<VoidRequest> known = VoidRequest.find(tx, asked.vendor(), asked.id());
            if (known.isPresent() && !known.get().sameRequest(asked)) {
                throw Problem.otherBody(asked.id());
            }
            return known.isPresent() ? known.get() : record(tx, asked);
        });
    }

    VoidRequest find(long vendor, UUID id) {
        return database.inTransaction(tx -> VoidRequest.find(tx, vendor, id))
                .orElseThrow(() -> Problem.notFound("There is no void " + id + "."));
    }

    List<VoidRequest> of(long vendor, OptionalLong psd, ListPage page) {
        return database.inTransaction(tx -> VoidRequest.of(tx, vendor, psd, page));
    }

    private VoidRequest record(Transaction tx, VoidRequest asked) throws SQLException {
        Optional<Long> postage = tx.one(
                "select p.postage from piece p join psd d using (psd) "
                        + "where psd = ? and p.piece_count = ? and d.vendor = ?",
                row -> row.getLong(1),
                asked.psd(),
                asked.pieceCount(),
                asked.vendor());
        VoidRequest decided = postage.isEmpty() ? asked.refused("unknown-piece") : declare(tx, asked, postage.get());
        decided.insert(tx);
        if (decided.credited() > 0) {
            Account.put(tx, asked.vendor(), "void", asked.id(), decided.credited(), asked.at());
            TrustChanges.record(tx);
        }
        return decided;
    }

    private VoidRequest declare(Transaction tx, VoidRequest asked, long postage) throws SQLException {
        if (Fate.declareVoid(tx, asked.psd(), asked.pieceCount(), asked.id(), asked.at())) {
            return asked.crediting(postage);
        }
        boolean voidedBefore =
                Fate.of(tx, asked.psd(), asked.pieceCount()).orElseThrow().voided();
        return voidedBefore ? asked : asked.refused("accepted");
    }
}
