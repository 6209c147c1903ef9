package org.stampwright.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.stampwright.web.problem.ProblemMappers;

import java.util.HashSet;
import java.util.Set;

/**
 * The public interface under {@code /api/v1}. Resources are listed by name: a scan would also pick up interfaces that
 * only describe somebody else's HTTP interface to a client.
 */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<Class<?>>(ProblemMappers.ALL);
        classes.addAll(Set.of(ProductsResource.class, SheetsResource.class, OrdersResource.class,
                SpecimensResource.class));
        return classes;
    }
}
