package org.stampwright.web.problem;

/** A request that does not have the form that the documentation asks for; carries what is told to the one who asked. */
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
