package org.stampwright.web.printing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.paper.TestPage;
import org.stampwright.postage.order.Orders;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.security.OrderKeys;

/** Serves the sheet as PDF, the public test page, and the specimens that pages show. */
@Path("")
@RequestScoped
public class PaperResource {

    static final String PDF = "application/pdf";

    @Inject
    private SheetPaper paper;

    @Inject
    private SpecimenPicture pictures;

    @Inject
    private Orders orders;

    @Inject
    private OrderKeys keys;

    @POST
    @Path("orders/{id}/pdf")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response sheet(@PathParam("id") UUID order, @FormParam("serial") String serial) {
        return paper.pdf(keys.callerFor(order), order, serial)
                .fold(
                        pdf -> Response.ok(pdf, PDF)
                                .header("Content-Disposition", "attachment; filename=\"stamps.pdf\"")
                                .build(),
                        Problem::refused);
    }

    @GET
    @Path("test-page.pdf")
    public Response testPage(@QueryParam("stock") @DefaultValue("US-LETTER-25") String stock) throws IOException {
        var found = LabelStocks.known().find(stock);
        if (found.isEmpty()) {
            return Problem.of(ProblemKind.NOT_FOUND, "There is no such label stock.")
                    .response();
        }
        return Response.ok(TestPage.bytes(found.get()), PDF)
                .header("Content-Disposition", "inline; filename=\"test-page.pdf\"")
                .build();
    }

    @GET
    @Path("orders/{id}/specimens/{number: [0-9]{1,4}}.png")
    public Response specimen(@PathParam("id") UUID order, @PathParam("number") int number) {
        return pictures.answer(orders.view(keys.callerFor(order), order), number);
    }
}
