package org.stampwright.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.stampwright.postage.auditing.Findings;
import org.stampwright.postage.auditing.Overview;
import org.stampwright.postage.comparison.Differences;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.ledger.Psds;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.server.ServerSystems;
import org.stampwright.protocol.StrictJson;
import org.stampwright.web.problem.JsonList;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.security.RequestCaller;

/** Serves the data of the console to programs. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ConsoleResource {

    @Inject
    private ServerSystems serverSystems;

    @Inject
    private Psds psds;

    @Inject
    private LabelSheets sheets;

    @Inject
    private Orders orders;

    @Inject
    private Findings findings;

    @Inject
    private Overview overview;

    @Inject
    private Differences differences;

    @Inject
    private RequestCaller asked;

    @GET
    @Path("overview")
    public String overview() {
        return ConsoleJson.overview(overview.now(asked.operator())).build().toString();
    }

    @GET
    @Path("server-systems")
    public String serverSystems() {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("selectionProcedure", serverSystems.selectionProcedure())
                .add("serverSystems", JsonList.of(serverSystems.list(), ConsoleJson::serverSystem))
                .build()
                .toString();
    }

    @GET
    @Path("psds")
    public String psds() {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("psds", JsonList.of(psds.list(), ConsoleJson::psd))
                .build()
                .toString();
    }

    @GET
    @Path("sheets/{serial}")
    public Response sheet(@PathParam("serial") String serial) {
        return sheets.view(Buyer.of(asked.operator(), null, asked.address()), serial)
                .fold(
                        sheet -> Response.ok(ConsoleJson.sheet(sheet).build().toString())
                                .build(),
                        Problem::refused);
    }

    @GET
    @Path("orders")
    public Response orders(@QueryParam("state") String state) {
        try {
            var wanted = state == null || state.isBlank() ? null : OrderState.of(state);
            return Response.ok(StrictJson.PROVIDER
                            .createObjectBuilder()
                            .add("orders", JsonList.of(orders.search(asked.operator(), wanted), ConsoleJson::order))
                            .build()
                            .toString())
                    .build();
        } catch (IllegalArgumentException unknown) {
            return Problem.at("state", ProblemKind.MALFORMED_REQUEST, "There is no such state.")
                    .response();
        }
    }

    @GET
    @Path("selling")
    public String selling() {
        return ConsoleJson.selling(
                        differences.unconfirmed(), differences.comparedAt().orElse(null), differences.confirmations())
                .build()
                .toString();
    }

    @GET
    @Path("findings")
    public String findings() {
        return ConsoleJson.findings(findings.latest()).build().toString();
    }
}
