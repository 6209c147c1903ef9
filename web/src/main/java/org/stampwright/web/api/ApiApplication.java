package org.stampwright.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

import java.util.Set;

/**
 * The public interface under {@code /api/v1}. Resources are listed by name: a scan would also pick up interfaces that
 * only describe somebody else's HTTP interface to a client.
 */
@ApplicationPath("/api/v1")
public class ApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of();
    }
}
