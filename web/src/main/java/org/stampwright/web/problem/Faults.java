package org.stampwright.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.util.Map;
import java.util.UUID;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * Unexpected failures: the log has the whole exception under an incident number, the caller gets the number only. An
 * outage is reported as unavailable.
 */
public class Faults implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(Faults.class.getName());

    @Override
    public Response toResponse(Throwable fault) {
        return told(LOG, fault).response();
    }

    /** Logs the fault and returns the problem that the caller gets. */
    public static Problem told(Logger log, Throwable fault) {
        if (Outage.isBehind(fault)) {
            log.log(Logger.Level.WARNING, "answered unavailable: " + fault);
            return Problem.of(
                    ProblemKind.UNAVAILABLE, "Our database does not answer at the moment. Try again in a few seconds.");
        }
        var incident = UUID.randomUUID().toString();
        log.log(Logger.Level.ERROR, "incident " + incident, fault);
        return new Problem(
                ProblemKind.FAULT,
                500,
                "Something went wrong on our side; nothing is lost. Please give this "
                        + "incident number if you write to us.",
                null,
                Map.of("incident", incident));
    }
}
