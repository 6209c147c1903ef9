package org.stampwright.postage.psd;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;
import org.stampwright.postage.comparison.HeadComparison;
import org.stampwright.postage.comparison.SellingStop;
import org.stampwright.postage.server.ThisInstance;

/**
 * Reports the abandoned pieces of this instance's PSDs to the authority as void. One that the authority does not settle
 * keeps no other from it; a silent authority is asked again at the next turn, which throws nothing: the server would end
 * the schedule.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class AbandonmentReports {

    private static final Logger LOG = System.getLogger(AbandonmentReports.class.getName());
    private static final UUID FIRST = new UUID(0, 0);
    private static final Set<String> DECISIONS = Set.of("voided", "refused");

    private final AtomicBoolean atIt = new AtomicBoolean();

    @Inject
    Abandonments abandonments;

    @Inject
    AuthorityClient authority;

    @Inject
    ThisInstance instance;

    @Inject
    HeadComparison comparison;

    @Inject
    SellingStop stop;

    @Schedule(hour = "*", minute = "*", second = "1/5", persistent = false, info = "voids of abandoned pieces")
    public void turn() {
        if (!instance.isRegistered() || !instance.role().processes() || !atIt.compareAndSet(false, true)) {
            return;
        }
        try {
            if (comparison.isVerified() && !stop.isStopped()) {
                reportAll();
            }
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "Abandoned pieces will be reported later", fault);
        } finally {
            atIt.set(false);
        }
    }

    private void reportAll() {
        UUID last = FIRST;
        List<Abandonments.OpenVoid> some = abandonments.open(instance.id(), last);
        while (!some.isEmpty()) {
            for (Abandonments.OpenVoid open : some) {
                if (report(open) instanceof Reply.Silent) {
                    return;
                }
                last = open.id();
            }
            some = abandonments.open(instance.id(), last);
        }
    }

    private Reply report(Abandonments.OpenVoid open) {
        Reply reply = authority.put(
                "/v1/voids/" + open.id(),
                Json.createObjectBuilder()
                        .add("psdSerial", open.psd())
                        .add("pieceCount", open.pieceCount())
                        .add("reason", "abandoned")
                        .build());
        if (reply instanceof Reply.Answered answered
                && answered.isOk()
                && DECISIONS.contains(answered.body().getString("state", ""))) {
            abandonments.close(open.id(), answered.body().getString("state"));
        } else {
            LOG.log(
                    Level.WARNING,
                    "The void of piece {0} of PSD {1} stays open: {2}",
                    open.pieceCount(),
                    open.psd(),
                    reply);
        }
        return reply;
    }
}
