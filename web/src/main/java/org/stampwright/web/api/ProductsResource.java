package org.stampwright.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.stampwright.postage.rating.CurrentRates;
import org.stampwright.postage.rating.Edition;
import org.stampwright.postage.rating.Product;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.protocol.StrictJson;
import org.stampwright.web.problem.JsonList;
import org.stampwright.web.problem.Problem;

/** Lists the products and prices of the rates in force. */
@Path("products")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class ProductsResource {

    @Inject
    private CurrentRates rates;

    @GET
    public Response list() {
        return rates.edition()
                .map(edition -> Response.ok(json(edition).build().toString()).build())
                .orElseGet(() -> Problem.of(ProblemKind.NOT_FOUND, "No rates are in force.")
                        .response());
    }

    private static JsonObjectBuilder json(Edition edition) {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("edition", edition.edition())
                .add("validFrom", edition.validFrom().toString())
                .add("serviceFee", edition.serviceFee().mills())
                .add("smallestOrder", edition.smallestOrder().mills())
                .add("products", JsonList.of(edition.products(), ProductsResource::product));
    }

    private static JsonObjectBuilder product(Product product) {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("product", product.product())
                .add("description", product.description())
                .add("kind", product.kind())
                .add(
                        "value",
                        product.isFixed()
                                ? StrictJson.PROVIDER.createValue(
                                        product.value().mills())
                                : JsonValue.NULL)
                .add("minimum", product.minimum().mills())
                .add("maximum", product.maximum().mills())
                .add("rateCategory", product.rateCategory());
    }
}
