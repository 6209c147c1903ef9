package org.stampwright.authority.certificates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Body;
import org.stampwright.authority.Database;
import org.stampwright.authority.Problem;
import org.stampwright.authority.authentication.AdminOnly;
import org.stampwright.authority.trust.TrustChanges;
import org.stampwright.protocol.StrictJson;

/**
 * The resource where the administrator revokes a module's certificate. A revocation is final, because a published
 * bundle contains it.
 */
@Path("/admin/certificates/{serial: [0-9]{1,10}}/revoke")
@AdminOnly
@ApplicationScoped
public class RevocationAdmin {

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    @POST
    public Response revoke(@PathParam("serial") long serial, byte[] body) {
        boolean compromised = compromised(Body.of(body).text("reason"));
        database.inTransaction(tx -> {
            int known = tx.update(
                    "update certificate set revoked_at = coalesce(revoked_at, ?), "
                            + "compromised = compromised or ? where serial = ?",
                    clock.instant(),
                    compromised,
                    serial);
            if (known == 0) {
                throw Problem.notFound("There is no certificate " + serial + ".");
            }
            TrustChanges.record(tx);
            return null;
        });
        return Answer.ok(StrictJson.PROVIDER
                .createObjectBuilder()
                .add("serial", serial)
                .add("state", "revoked")
                .build());
    }

    private static boolean compromised(String reason) {
        return switch (reason) {
            case "compromised" -> true;
            case "superseded" -> false;
            default -> throw Problem.malformed("reason must be compromised or superseded.");
        };
    }
}
