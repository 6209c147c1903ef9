package org.stampwright.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.util.Map;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.protocol.ProblemDocument;

/** Turns errors of the container itself (no such path, wrong method, wrong media type) into problem documents. */
public class HttpProblems implements ExceptionMapper<WebApplicationException> {

    private static final Logger LOG = System.getLogger(HttpProblems.class.getName());

    @Override
    public Response toResponse(WebApplicationException thrown) {
        var answer = thrown.getResponse();
        if (answer.hasEntity() && MediaType.valueOf(ProblemDocument.MEDIA_TYPE).equals(answer.getMediaType())) {
            return answer;
        }
        if (answer.getStatusInfo().getFamily() == Response.Status.Family.SERVER_ERROR) {
            return Faults.told(LOG, thrown).response();
        }
        var told = Response.fromResponse(of(answer.getStatus()).response());
        if (answer.getHeaders().containsKey(HttpHeaders.ALLOW)) {
            told.header(HttpHeaders.ALLOW, answer.getHeaderString(HttpHeaders.ALLOW));
        }
        return told.build();
    }

    /** Returns the problem for a status that has no body. */
    public static Problem of(int status) {
        return switch (status) {
            case 401 -> Problem.of(ProblemKind.UNAUTHENTICATED, "Credentials are needed for this.");
            case 403 -> Problem.of(ProblemKind.FORBIDDEN, "You are not allowed to do this.");
            case 404 -> Problem.of(ProblemKind.NOT_FOUND, "There is nothing under this address.");
            case 405 ->
                Problem.of(ProblemKind.METHOD_NOT_ALLOWED, "This address does not support this method; see Allow.");
            case 406 -> Problem.of(ProblemKind.NOT_ACCEPTABLE, "None of the accepted media types is available.");
            case 415 -> Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
            default ->
                status < 500
                        ? new Problem(
                                ProblemKind.MALFORMED_REQUEST,
                                status,
                                "The request was not understood.",
                                null,
                                Map.of())
                        : new Problem(
                                ProblemKind.FAULT,
                                status,
                                "Something went wrong on our side; nothing is lost.",
                                null,
                                Map.of());
        };
    }
}
