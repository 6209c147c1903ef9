package org.stampwright.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Returns the problem of a malformed request. */
public class MalformedRequests implements ExceptionMapper<Malformed> {

    @Override
    public Response toResponse(Malformed request) {
        return request.problem().response();
    }
}
