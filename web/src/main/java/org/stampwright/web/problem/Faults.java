package org.stampwright.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.util.Map;
import java.util.UUID;
import org.stampwright.postage.refusal.ProblemKind;

/** Whatever nobody expected: logged whole under a number, told by that number alone. An outage is told as one. */
public class Faults implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(Faults.class.getName());

    @Override
    public Response toResponse(Throwable fault) {
        return told(LOG, fault).response();
    }

    /** What is told of a fault, which is logged here. */
    public static Problem told(Logger log, Throwable fault) {
        if (Outage.isBehind(fault)) {
            log.log(Logger.Level.WARNING, "answered unavailable: " + fault);
            return Problem.of(
                    ProblemKind.UNAVAILABLE, "Our database does not answer at the moment. Ask again in a few seconds.");
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
