package org.stampwright.authority;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;

/** Maps every exception to a response, in this one place. */
@Provider
public class ProblemAnswers implements ExceptionMapper<RuntimeException> {

    private static final System.Logger LOG = System.getLogger(ProblemAnswers.class.getName());

    @Override
    public Response toResponse(RuntimeException failure) {
        if (failure instanceof Problem problem) {
            return Answer.of(problem);
        }
        if (failure instanceof WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            return Answer.of(Problem.of(status, "http-" + status, refused.getMessage()));
        }
        UUID incident = UUID.randomUUID();
        LOG.log(System.Logger.Level.ERROR, "incident " + incident, failure);
        if (failure instanceof DatabaseFault) {
            return Answer.of(Problem.of(503, "out-of-order", "The authority's database is unreachable; retry later."));
        }
        return Answer.of(Problem.of(500, "fault", "The authority failed; incident " + incident + "."));
    }
}
