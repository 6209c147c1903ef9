package org.stampwright.web.printing;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.stampwright.web.problem.ProblemMappers;

import java.util.HashSet;
import java.util.Set;

/** What the print helper and the order page's buttons ask, under {@code /print}. */
@ApplicationPath("/print")
public class PrintingApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<Class<?>>(ProblemMappers.ALL);
        classes.addAll(Set.of(TicketResource.class, HelperResource.class, PaperResource.class));
        return classes;
    }
}
