package org.stampwright.web.problem;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Maps a malformed request to its problem. */
public class MalformedRequests implements ExceptionMapper<Malformed> {

    @Override
    public Response toResponse(Malformed request) {
        return request.problem().response();
    }
}
