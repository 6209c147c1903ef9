package org.stampwright.web.handover;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.stampwright.web.problem.ProblemMappers;

import java.util.HashSet;
import java.util.Set;

/** What instances say to each other, under {@code /internal}. */
@ApplicationPath("/internal")
public class HandoverApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<Class<?>>(ProblemMappers.ALL);
        classes.add(FrankResource.class);
        return classes;
    }
}
