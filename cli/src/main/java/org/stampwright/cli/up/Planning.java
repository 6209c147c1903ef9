package org.stampwright.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.PlannedInstance;
import org.stampwright.cli.supervision.Children;

/**
 * Starts requested instances and adds to the plan those that started. An instance that never started is not planned,
 * because the home could not start with it; one that did has records in the database and stays.
 */
final class Planning {

    /** Starts what a plan has and does not run yet, and waits for it; refuses if an instance does not start. */
    @FunctionalInterface
    interface Bringing {
        void bringUp(Plan plan) throws InterruptedException;
    }

    private static final System.Logger LOG = System.getLogger(Planning.class.getName());

    private final Home home;
    private final Children children;
    private final Progress progress;
    private final Bringing bringing;
    private String answered = "";

    Planning(Home home, Children children, Progress progress, Bringing bringing) {
        this.home = home;
        this.children = children;
        this.progress = progress;
        this.bringing = bringing;
    }

    /** Starts the instances that the supervisor was started for. */
    void begin(Plan wanted) throws InterruptedException, IOException {
        Files.deleteIfExists(home.request());
        if (!Plan.isKept(home)) {
            wanted.write(home);
            bringUp(wanted.without(wanted.instances()), wanted);
        } else {
            bringUp(Plan.read(home), wanted);
        }
    }

    void ready() {
        children.declareReady(answered, null);
    }

    /** Handles an {@code up} request that was not answered yet; each is tried once. */
    void answer() throws InterruptedException {
        Request request =
                Request.read(home).filter(one -> !one.id().equals(answered)).orElse(null);
        if (request != null) {
            progress.begin();
            String problem = problemOfAdding(request);
            progress.step(problem == null ? "everything requested is running" : "not everything requested is running");
            answered = request.id();
            children.declareReady(answered, problem);
        }
    }

    /** Returns the reason for a failure, or null; a failed addition does not affect running instances. */
    private String problemOfAdding(Request request) throws InterruptedException {
        try {
            Plan running = Plan.read(home);
            bringUp(running, request.addedTo(running));
            return null;
        } catch (Refusal notAdded) {
            return notAdded.getMessage();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "adding to the home", fault);
            return fault.toString();
        }
    }

    private void bringUp(Plan running, Plan wanted) throws InterruptedException {
        try {
            bringing.bringUp(wanted);
            wanted.write(home);
        } catch (RuntimeException notAll) {
            List<PlannedInstance> neverUp = wanted.instances().stream()
                    .filter(one -> !running.instances().contains(one) && !children.wasEverHealthy(one.name()))
                    .toList();
            children.drop(neverUp.stream().map(PlannedInstance::name).toList());
            keep(new Plan(
                    running.portBase(),
                    running.performance(),
                    running.testControls(),
                    wanted.without(neverUp).instances()));
            throw notAll;
        }
    }

    private void keep(Plan plan) {
        if (plan.instances().isEmpty()) {
            home.plan().toFile().delete();
        } else {
            plan.write(home);
        }
    }
}
