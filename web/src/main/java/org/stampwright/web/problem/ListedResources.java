package org.stampwright.web.problem;

import jakarta.ws.rs.core.Application;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An application with its resources listed by name, because a scan would also find client interfaces that describe
 * another program's HTTP interface. It answers malformed requests, errors of the container and faults with problem
 * documents, and it publishes no WADL.
 */
public abstract class ListedResources extends Application {

    private static final Set<Class<?>> PROBLEMS = Set.of(MalformedRequests.class, HttpProblems.class, Faults.class);

    private final Set<Class<?>> resources;

    protected ListedResources(Class<?>... resources) {
        this.resources = Set.of(resources);
    }

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<Class<?>>(PROBLEMS);
        classes.addAll(resources);
        return Collections.unmodifiableSet(classes);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", Boolean.TRUE);
    }
}
