package org.stampwright.web.operator;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.stampwright.web.problem.ProblemMappers;

import java.util.HashSet;
import java.util.Set;

/** The operator's interface for programs, under {@code /operator/api}. */
@ApplicationPath("/operator/api")
public class OperatorApiApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<Class<?>>(ProblemMappers.ALL);
        classes.addAll(Set.of(ImportResource.class, ConsoleResource.class));
        return classes;
    }
}
