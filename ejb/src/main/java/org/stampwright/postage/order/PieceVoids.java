package org.stampwright.postage.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.UUID;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;

/**
 * Has the authority void the signed pieces of an attempt that is given up. Each void is a row, committed before the
 * authority is asked; asked again, the authority answers the same.
 */
@ApplicationScoped
class PieceVoids {

    private static final System.Logger LOG = System.getLogger(PieceVoids.class.getName());

    private final VoidRows rows;
    private final AuthorityClient authority;

    protected PieceVoids() {
        this(null, null);
    }

    @Inject
    PieceVoids(VoidRows rows, AuthorityClient authority) {
        this.rows = rows;
        this.authority = authority;
    }

    /** Whether every signed piece of the attempt is voided now. */
    boolean voidAll(UUID order, int attempt) {
        boolean all = true;
        for (VoidRows.Open open : rows.begin(order, attempt, "not-paid")) {
            all &= ask(open);
        }
        return all && rows.allVoided(order, attempt);
    }

    private boolean ask(VoidRows.Open open) {
        Reply reply = authority.put(
                "/v1/voids/" + open.id(),
                Json.createObjectBuilder()
                        .add("psdSerial", open.psd())
                        .add("pieceCount", open.pieceCount())
                        .add("reason", open.because())
                        .build());
        if (!(reply instanceof Reply.Answered answered) || answered.status() != 200) {
            LOG.log(System.Logger.Level.WARNING, "void {0} is not settled: {1}", open.id(), reply);
            return false;
        }
        String state = answered.body().getString("state");
        rows.close(open.id(), state);
        return state.equals(VoidRows.VOIDED);
    }
}
