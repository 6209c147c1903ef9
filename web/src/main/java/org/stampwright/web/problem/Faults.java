package org.stampwright.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

import java.lang.System.Logger;
import java.util.Map;
import java.util.UUID;

/** Whatever nobody expected: logged whole under a number, told by that number alone. */
public class Faults implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(Faults.class.getName());

    @Override
    public Response toResponse(Throwable fault) {
        return told(LOG, fault);
    }

    static Response told(Logger log, Throwable fault) {
        var incident = UUID.randomUUID().toString();
        log.log(Logger.Level.ERROR, "incident " + incident, fault);
        return new Problem("fault", 500, "Something went wrong on our side; nothing is lost. Please give this "
                + "incident number if you write to us.", null, Map.of("incident", incident)).response();
    }
}
