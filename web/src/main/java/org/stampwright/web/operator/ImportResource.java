package org.stampwright.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.stampwright.postage.imports.ImportDocument;
import org.stampwright.postage.imports.ImportOutcome;
import org.stampwright.postage.imports.Imports;
import org.stampwright.protocol.StrictJson;
import org.stampwright.web.problem.JsonBody;
import org.stampwright.web.problem.Malformed;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.security.CurrentCaller;

/**
 * Imports rates, sheets, server systems, the selection procedure and clients in one document, as a whole or not at all.
 */
@Path("import")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ImportResource {

    private static final int LONGEST_DOCUMENT = 16 * 1024 * 1024;

    @Inject
    private Imports importing;

    @Inject
    private CurrentCaller caller;

    @POST
    public Response take(InputStream body) throws Malformed {
        return ImportDocument.read(JsonBody.read(body, LONGEST_DOCUMENT))
                .flatMap(document -> importing.importDocument(caller.operator(), document))
                .fold(outcome -> Response.ok(json(outcome).toString()).build(), Problem::refused);
    }

    /** Returns what was imported, section by section; a section that was not in the document is left out. */
    private static JsonObject json(ImportOutcome outcome) {
        var json = StrictJson.PROVIDER.createObjectBuilder();
        if (outcome.edition() != null) {
            json.add("rates", StrictJson.PROVIDER.createObjectBuilder().add("edition", outcome.edition()));
        }
        if (!outcome.sheets().isEmpty()) {
            json.add(
                    "sheets",
                    StrictJson.PROVIDER
                            .createArrayBuilder()
                            .add(StrictJson.PROVIDER
                                    .createObjectBuilder()
                                    .add("serials", StrictJson.PROVIDER.createArrayBuilder(outcome.sheets()))));
        }
        var systems = StrictJson.PROVIDER.createArrayBuilder();
        outcome.serverSystems()
                .forEach((name, state) -> systems.add(StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("name", name)
                        .add("state", state)));
        var accounts = StrictJson.PROVIDER.createArrayBuilder();
        outcome.keys()
                .forEach((name, key) -> accounts.add(StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("kind", "client")
                        .add("name", name)
                        .add("key", key.text())));
        if (!outcome.serverSystems().isEmpty()) {
            json.add("serverSystems", systems);
        }
        if (outcome.selectionProcedure() != null) {
            json.add("selectionProcedure", outcome.selectionProcedure());
        }
        if (!outcome.keys().isEmpty()) {
            json.add("accounts", accounts);
        }
        return json.build();
    }
}
