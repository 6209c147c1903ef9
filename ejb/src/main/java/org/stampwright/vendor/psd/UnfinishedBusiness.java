package org.stampwright.vendor.psd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.stampwright.vendor.authority.AuthorityClient;
import org.stampwright.vendor.authority.Reply;
import org.stampwright.vendor.server.ThisInstance;

/** What was begun on this instance and is not at an end: claimed orders that nobody is at, abandoned pieces to be voided. */
@ApplicationScoped
public class UnfinishedBusiness {

    private static final Logger LOG = System.getLogger(UnfinishedBusiness.class.getName());

    @Inject
    Franking franking;

    @Inject
    Abandonments abandonments;

    @Inject
    AuthorityClient authority;

    @Inject
    ThisInstance instance;

    void goOn() {
        franking.resume();
        for (Abandonments.OpenVoid open : abandonments.open(instance.id())) {
            if (!report(open)) {
                return;
            }
        }
    }

    /** @return false if the authority is silent: the rest waits for the next turn */
    private boolean report(Abandonments.OpenVoid open) {
        Reply reply = authority.put("/v1/voids/" + open.id(), Json.createObjectBuilder().add("psdSerial", open.psd())
                .add("pieceCount", open.pieceCount()).add("reason", "abandoned").build());
        if (reply instanceof Reply.Answered answered && answered.isOk()) {
            abandonments.close(open.id(), answered.body().getString("state"));
            return true;
        }
        LOG.log(Level.WARNING, "The void of piece {0} of PSD {1} stays open: {2}", open.pieceCount(), open.psd(), reply);
        return false;
    }
}
