package org.stampwright.web.problem;

/** A request that violates the documented form; contains the problem for the caller. */
public class Malformed extends Exception {

    private final transient Problem problem;

    public Malformed(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
