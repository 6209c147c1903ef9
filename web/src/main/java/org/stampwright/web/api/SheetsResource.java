package org.stampwright.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.label.SheetView;
import org.stampwright.protocol.StrictJson;
import org.stampwright.web.problem.JsonList;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.security.RequestCaller;

/** Shows a label sheet with the state of each of its labels, to callers who may print on it. */
@Path("sheets/{serial}")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class SheetsResource {

    @Inject
    private LabelSheets sheets;

    @Inject
    private RequestCaller asked;

    @GET
    public Response show(@PathParam("serial") String serial) {
        return sheets.view(Buyer.of(asked.caller(), null, asked.address()), serial)
                .fold(sheet -> Response.ok(json(sheet).toString()).build(), Problem::refused);
    }

    private static JsonObject json(SheetView sheet) {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("serial", sheet.serial())
                .add("stock", sheet.stock())
                .add("positions", JsonList.of(sheet.positions(), label -> StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("position", label.position())
                        .add("state", label.state())))
                .build();
    }
}
