package org.stampwright.cli.up;

import jakarta.json.JsonObject;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.PlannedInstance;
import org.stampwright.cli.supervision.StateFile;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** {@code up} on a running home: tells its supervisor what more is wanted and waits until that runs. */
public final class Addition {

    private static final Duration LIMIT = Duration.ofSeconds(330);
    private static final long BETWEEN_LOOKS = 250;

    private final Home home;
    private final Progress progress;

    public Addition(Home home, PrintWriter out) {
        this.home = home;
        this.progress = new Progress(out);
    }

    public void add(Plan wanted) throws InterruptedException {
        List<PlannedInstance> before = Plan.read(home).instances();
        List<PlannedInstance> fresh = wanted.instances().stream().filter(one -> !before.contains(one)).toList();
        fresh.forEach(one -> Ports.requireFree(wanted.ports().instance(one.number()), "instance " + one.name()));
        wanted.write(home);
        List<String> names = wanted.instances().stream().map(PlannedInstance::name).toList();
        progress.step(fresh.isEmpty() ? "this home runs already" : "adding "
                + fresh.stream().map(PlannedInstance::name).collect(Collectors.joining(", ")));
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!done(wanted)) {
            if (System.nanoTime() > deadline) {
                throw new Refusal("not everything became healthy within " + LIMIT.toSeconds() + " s; see " + home.logs());
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        progress.step("healthy: " + String.join(", ", names));
    }

    /** The supervisor has taken in this plan, and what it says of it is good. */
    private boolean done(Plan wanted) {
        JsonObject state = new StateFile(home).read().orElseThrow(() -> new Refusal("the home stopped meanwhile"));
        boolean taken = state.getBoolean("ready") && state.getInt("instances") == wanted.instances().size();
        if (taken && !state.getString("problem").isEmpty()) {
            throw new Refusal(state.getString("problem"));
        }
        return taken;
    }
}
