package org.stampwright.authority.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.stampwright.authority.Answer;
import org.stampwright.authority.Body;
import org.stampwright.authority.Database;
import org.stampwright.authority.authentication.Caller;
import org.stampwright.authority.authentication.SignedByVendor;
import org.stampwright.authority.funds.Psd;
import org.stampwright.authority.funds.PsdDocument;
import org.stampwright.protocol.StrictJson;

/** The resource where a vendor sends its PSDs' entries and reads the authority's records of them. */
@Path("/v1/psds")
@SignedByVendor
@ApplicationScoped
public class IntakeResource {

    private static final String SERIAL = "{serial: [0-9]{1,8}}";

    @Inject
    private Intake intake;

    @Inject
    private Database database;

    @POST
    @Path(SERIAL + "/entries")
    public Response take(@Context SecurityContext who, @PathParam("serial") long serial, byte[] body) {
        byte[] receipt = intake.take(Caller.of(who).vendor(), serial, OfferedEntry.list(Body.of(body)));
        return Answer.ok(StrictJson.PROVIDER
                .createObjectBuilder()
                .add("receipt", base64(receipt))
                .build());
    }

    @GET
    @Path(SERIAL)
    public Response psd(@Context SecurityContext who, @PathParam("serial") long serial) {
        JsonObject answer = database.inTransaction(tx -> {
            Psd psd = Psd.find(tx, Caller.of(who).vendor(), serial);
            return document(psd, Ledger.newestReceipt(tx, serial));
        });
        return Answer.ok(answer);
    }

    @GET
    @Path(SERIAL + "/receipts")
    public Response receipts(@Context SecurityContext who, @PathParam("serial") long serial) {
        List<byte[]> receipts = database.inTransaction(tx -> {
            Psd psd = Psd.find(tx, Caller.of(who).vendor(), serial);
            return Ledger.receipts(tx, psd.serial());
        });
        JsonArrayBuilder list = StrictJson.PROVIDER.createArrayBuilder();
        receipts.forEach(receipt -> list.add(base64(receipt)));
        return Answer.ok(list.build());
    }

    private static JsonObject document(Psd psd, Optional<byte[]> receipt) {
        JsonObjectBuilder document = StrictJson.PROVIDER.createObjectBuilder(PsdDocument.of(psd));
        receipt.ifPresentOrElse(bytes -> document.add("receipt", base64(bytes)), () -> document.addNull("receipt"));
        return document.build();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
