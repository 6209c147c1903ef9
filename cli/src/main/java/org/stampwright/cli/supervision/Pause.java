package org.stampwright.cli.supervision;

/** The action between two looks at programs that are starting. */
@FunctionalInterface
public interface Pause {

    Pause NONE = () -> {};

    void run() throws InterruptedException;
}
