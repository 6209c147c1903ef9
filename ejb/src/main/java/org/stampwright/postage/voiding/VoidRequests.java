package org.stampwright.postage.voiding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;
import org.stampwright.postage.orderstate.OrderRef;
import org.stampwright.protocol.StrictJson;

/** Asks the authority to void pieces and records its decisions. No transaction is open while it is asked. */
@ApplicationScoped
public class VoidRequests {

    private static final Logger LOG = System.getLogger(VoidRequests.class.getName());

    @Inject
    PieceVoids voids;

    @Inject
    AuthorityClient authority;

    /** Has every signed piece of the attempt voided; returns whether all of them are void now. */
    public boolean voidAll(OrderRef order) {
        voids.begin(order, VoidReason.NOT_PAID).forEach(this::ask);
        return voids.allVoided(order);
    }

    /** Asks about one void; it stays open unless the authority has decided. */
    Reply ask(OpenVoid open) {
        Reply reply = authority.put(
                "/v1/voids/" + open.id(),
                StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("psdSerial", open.psd())
                        .add("pieceCount", open.pieceCount())
                        .add("reason", open.because().text())
                        .build());
        decision(reply)
                .ifPresentOrElse(
                        decision -> voids.close(open.id(), decision),
                        () -> LOG.log(
                                Level.WARNING,
                                "The void of piece {0} of PSD {1} stays open: {2}",
                                open.pieceCount(),
                                open.psd(),
                                reply));
        return reply;
    }

    private static Optional<VoidDecision> decision(Reply reply) {
        return reply instanceof Reply.Answered answered && answered.isOk()
                ? VoidDecision.of(answered.body().getString("state", ""))
                : Optional.empty();
    }
}
