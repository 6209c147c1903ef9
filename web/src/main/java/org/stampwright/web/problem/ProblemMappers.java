package org.stampwright.web.problem;

import java.util.Set;

/** The mappers that every JAX-RS application of this system registers. */
public final class ProblemMappers {

    /** Malformed requests, what the container refuses, and faults. */
    public static final Set<Class<?>> ALL = Set.of(MalformedRequests.class, HttpProblems.class, Faults.class);

    private ProblemMappers() {
    }
}
