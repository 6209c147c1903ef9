package org.stampwright.web.api;

import jakarta.ws.rs.ApplicationPath;
import org.stampwright.web.problem.ListedResources;

/** The public interface under {@code /api/v1}. */
@ApplicationPath("/api/v1")
public class ApiApplication extends ListedResources {

    public ApiApplication() {
        super(ProductsResource.class, SheetsResource.class, OrdersResource.class, SpecimensResource.class);
    }
}
