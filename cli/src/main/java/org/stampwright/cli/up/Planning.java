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
 * Brings a home to what is wanted and keeps as its plan what came up. An instance that never did is not planned, or the
 * home could not start without it; one that did has its place in the books and stays.
 */
final class Planning {

    /** Starts what a plan has and does not run yet, and waits for it; refuses what does not come up. */
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

    /** What the supervisor was started for. */
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

    /** Tries what an {@code up} asks for that was not answered yet; each is tried once, however it ends. */
    void answer() throws InterruptedException {
        Request request =
                Request.read(home).filter(one -> !one.id().equals(answered)).orElse(null);
        if (request != null) {
            progress.begin();
            String problem = problemOfAdding(request);
            progress.step(problem == null ? "all that was asked for runs" : "not all that was asked for runs");
            answered = request.id();
            children.declareReady(answered, problem);
        }
    }

    /** What cannot be added leaves alone what runs. The reason, or null. */
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
