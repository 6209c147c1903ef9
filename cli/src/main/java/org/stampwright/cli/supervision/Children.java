package org.stampwright.cli.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stampwright.cli.Refusal;

/** All programs of one home, in the order of their start, each watched by a thread of its own. */
public final class Children {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int TRIES_AT_START = 2;

    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final StateFile state;
    private final Limits limits;
    private volatile Readiness readiness = Readiness.NOT_YET;

    public Children(StateFile state) {
        this(state, Limits.USUAL);
    }

    Children(StateFile state, Limits limits) {
        this.state = state;
        this.limits = limits;
    }

    /** @throws Refusal if it cannot be started */
    public void start(Program program) {
        Child child = new Child(program, limits);
        child.start();
        watches.add(new Watch(child, this::report));
        report();
    }

    public boolean has(String name) {
        return children().anyMatch(child -> child.program().name().equals(name));
    }

    public boolean isHealthy(String name) {
        return children()
                .anyMatch(child ->
                        child.program().name().equals(name) && child.seen().state() == ChildState.RUNNING);
    }

    public boolean wasEverHealthy(String name) {
        return children()
                .anyMatch(child ->
                        child.program().name().equals(name) && child.seen().onceHealthy());
    }

    /**
     * Waits until all of these are healthy, running {@code meanwhile} between checks.
     *
     * @throws Refusal naming the program that keeps ending, or is not healthy within the limit
     */
    public void awaitHealthy(List<String> names, Duration limit, Pause meanwhile) throws InterruptedException {
        Map<String, Integer> restartsBefore = children()
                .filter(child -> names.contains(child.program().name()))
                .collect(Collectors.toMap(
                        child -> child.program().name(), child -> child.seen().restarts()));
        await(
                () -> String.join(
                        ", ", names.stream().filter(name -> !isHealthy(name)).toList()),
                () -> {
                    refuseEnding(restartsBefore);
                    return names.stream().allMatch(this::isHealthy);
                },
                limit,
                meanwhile);
    }

    /** Waits until a condition holds; the refusal names it if it takes longer than the limit. */
    public void await(String what, BooleanSupplier so, Duration limit, Pause meanwhile) throws InterruptedException {
        await(() -> what, so, limit, meanwhile);
    }

    private void await(Supplier<String> what, BooleanSupplier so, Duration limit, Pause meanwhile)
            throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new Refusal(
                        what.get() + " did not become healthy within " + limit.toSeconds() + " s; see the logs in "
                                + watches.get(0).child().program().log().getParent());
            }
            meanwhile.run();
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    /** Counts only the restarts since this wait began. */
    private void refuseEnding(Map<String, Integer> restartsBefore) {
        children()
                .filter(child -> restartsBefore.containsKey(child.program().name()))
                .forEach(child -> {
                    String name = child.program().name();
                    if (child.seen().restarts() - restartsBefore.get(name) >= TRIES_AT_START) {
                        throw new Refusal(
                                name + " keeps ending (" + child.seen().lastEnd() + "); see "
                                        + child.program().log());
                    }
                });
    }

    /**
     * Records the result of a start.
     *
     * @param request the {@code up} request that it answers, or empty for the supervisor's own
     * @param problem the reason for a failure, or null
     */
    public void declareReady(String request, String problem) {
        readiness = new Readiness(true, request, problem);
        report();
    }

    /** Stops some programs permanently; the others keep running. */
    public void drop(Collection<String> names) {
        List<Watch> dropped = watches.stream()
                .filter(one -> names.contains(one.child().program().name()))
                .toList();
        dropped.forEach(Watch::end);
        ProcessShutdown.ofAlike(endings(dropped));
        watches.removeAll(dropped);
        report();
    }

    public void stopAll() {
        readiness = Readiness.NOT_YET;
        List<Watch> all = List.copyOf(watches);
        all.forEach(Watch::end);
        ProcessShutdown.of(endings(all));
        watches.removeAll(all);
    }

    private static List<ProcessShutdown.One> endings(List<Watch> some) {
        List<ProcessShutdown.One> endings = new ArrayList<>();
        some.forEach(one -> endings.add(new ProcessShutdown.One(
                one.child().seen().running(), one.child().program().signal())));
        return endings;
    }

    private Stream<Child> children() {
        return watches.stream().map(Watch::child);
    }

    private synchronized void report() {
        state.write(readiness, children().toList());
    }
}
