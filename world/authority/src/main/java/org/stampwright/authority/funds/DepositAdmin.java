package org.stampwright.authority.funds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Body;
import org.stampwright.authority.Database;
import org.stampwright.authority.Problem;
import org.stampwright.authority.Transaction;
import org.stampwright.authority.authentication.AdminOnly;
import org.stampwright.authority.vendor.Vendors;
import org.stampwright.protocol.StrictJson;

/** The resource where the administrator books a vendor's deposits. */
@Path("/admin/vendors/{vendor: [0-9]+}/deposits")
@AdminOnly
@ApplicationScoped
public class DepositAdmin {

    private static final long MOST = 1_000_000_000_000L;

    @Inject
    private Database database;

    @Inject
    private Vendors vendors;

    @Inject
    private Clock clock;

    @POST
    public Response deposit(@PathParam("vendor") long vendor, byte[] bytes) {
        Body body = Body.of(bytes);
        UUID request = Body.uuid(body.text("requestId"), "requestId");
        long amount = body.number("amount", 1, MOST);
        JsonObject answer = database.inTransaction(tx -> {
            vendors.known(tx, vendor);
            book(tx, vendor, request, amount);
            return StrictJson.PROVIDER
                    .createObjectBuilder()
                    .add("requestId", request.toString())
                    .add("amount", amount)
                    .build();
        });
        return Answer.ok(answer);
    }

    private void book(Transaction tx, long vendor, UUID request, long amount) throws SQLException {
        Optional<Long> booked = tx.one(
                "select amount from account_movement " + "where vendor = ? and kind = 'deposit' and reference = ?",
                row -> row.getLong(1),
                vendor,
                request);
        if (booked.isPresent() && booked.get() != amount) {
            throw Problem.otherBody(request);
        }
        if (booked.isEmpty()) {
            Account.put(tx, vendor, "deposit", request, amount, clock.instant());
        }
    }
}
