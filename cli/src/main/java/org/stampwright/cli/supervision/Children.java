package org.stampwright.cli.supervision;

import org.stampwright.cli.Refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** All programs of one home, in the order in which they were started. */
public final class Children {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int TRIES_AT_START = 2;

    private final List<Child> children = new ArrayList<>();
    private final StateFile state;
    private Readiness readiness = Readiness.NOT_YET;

    public Children(StateFile state) {
        this.state = state;
    }

    public void start(Program program) {
        Child child = new Child(program);
        child.start();
        children.add(child);
        report();
    }

    public boolean has(String name) {
        return children.stream().anyMatch(child -> child.program().name().equals(name));
    }

    /**
     * Watches until all of these are healthy, doing a little work between looks.
     *
     * @throws Refusal naming the one that keeps ending, or is not healthy within the limit
     */
    public void awaitHealthy(List<String> names, Duration limit, Pause meanwhile) throws InterruptedException {
        await(() -> unhealthy(names), () -> {
            refuseEnding(names);
            return healthy(names);
        }, limit, meanwhile);
    }

    /** Watches until something is so, which is named if it takes longer than the limit. */
    public void await(String what, BooleanSupplier so, Duration limit, Pause meanwhile) throws InterruptedException {
        await(() -> what, so, limit, meanwhile);
    }

    private void await(Supplier<String> what, BooleanSupplier so, Duration limit, Pause meanwhile)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Refusal(what.get() + " did not become healthy within " + limit.toSeconds()
                        + " s; see the logs in " + children.get(0).program().log().getParent());
            }
            meanwhile.run();
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            look();
        }
    }

    private void refuseEnding(List<String> names) {
        for (Child child : children) {
            if (names.contains(child.program().name()) && child.restarts() >= TRIES_AT_START) {
                throw new Refusal(child.program().name() + " keeps ending (" + child.lastEnd() + "); see "
                        + child.program().log());
            }
        }
    }

    /** One look at every child; an end is followed by a new start when its pause is over. */
    public void look() {
        children.forEach(Child::look);
        report();
    }

    /**
     * Everything that was wanted has been brought up, or not.
     *
     * @param instances how many were wanted
     * @param problem   why not all came up, or null
     */
    public void declareReady(int instances, String problem) {
        readiness = new Readiness(true, instances, problem);
        report();
    }

    public void stopAll() {
        readiness = Readiness.NOT_YET;
        List<Child> lastFirst = new ArrayList<>(children);
        Collections.reverse(lastFirst);
        Child database = lastFirst.isEmpty() ? null : lastFirst.remove(lastFirst.size() - 1);
        lastFirst.parallelStream().forEach(Child::stop);
        if (database != null) {
            database.stop();
        }
        children.clear();
    }

    private boolean healthy(List<String> names) {
        return children.stream().filter(child -> names.contains(child.program().name()))
                .allMatch(child -> child.state() == ChildState.RUNNING);
    }

    private String unhealthy(List<String> names) {
        return String.join(", ", children.stream().filter(child -> names.contains(child.program().name()))
                .filter(child -> child.state() != ChildState.RUNNING).map(child -> child.program().name()).toList());
    }

    private void report() {
        state.write(readiness, children);
    }
}
