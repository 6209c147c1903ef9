package org.stampwright.authority.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.HexFormat;
import java.util.Locale;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Body;
import org.stampwright.authority.Problem;
import org.stampwright.authority.authentication.DeskOnly;

/** The resource where a desk of the post checks and accepts stamps. */
@Path("/desk")
@DeskOnly
@ApplicationScoped
public class DeskResource {

    private static final int LONGEST = 100;

    @Inject
    private Desk desk;

    @POST
    @Path("check")
    public Response check(byte[] body) {
        return Answer.ok(desk.check(stamp(Body.of(body))).document());
    }

    @POST
    @Path("accept")
    public Response accept(byte[] bytes) {
        Body body = Body.of(bytes);
        return Answer.ok(desk.accept(stamp(body), body.text("desk", LONGEST), body.text("scan", LONGEST))
                .document());
    }

    private static byte[] stamp(Body body) {
        try {
            return HexFormat.of().parseHex(body.text("indicium").toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notHex) {
            throw Problem.malformed("indicium is not hex.");
        }
    }
}
