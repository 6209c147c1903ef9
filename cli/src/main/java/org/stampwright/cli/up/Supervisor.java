package org.stampwright.cli.up;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Distribution;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.supervision.Children;
import org.stampwright.cli.supervision.StateFile;
import org.stampwright.cli.supervision.SupervisorLock;

/**
 * Holds the home's lock, starts the planned programs, supervises them, handles later requests, and stops everything
 * when this program is asked to end (Ctrl-C, or the signal that {@code down} sends).
 */
public final class Supervisor {

    private static final System.Logger LOG = System.getLogger(Supervisor.class.getName());

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Duration LONGEST_END = Duration.ofSeconds(90);

    private final Home home;
    private final StateFile state;
    private final Progress progress;
    private final Children children;
    private final CountDownLatch ended = new CountDownLatch(1);

    public Supervisor(Home home, PrintWriter out) {
        this.home = home;
        this.state = new StateFile(home);
        this.progress = new Progress(home, out);
        this.children = new Children(state);
    }

    /** Returns when told to end; all processes it started have ended by then. */
    public void run(Plan plan) throws IOException {
        try (SupervisorLock lock = SupervisorLock.take(home)) {
            openLibraries();
            endWhenAsked(Thread.currentThread());
            try {
                startAndWatch(plan);
            } finally {
                cleanUp();
            }
        } catch (InterruptedException asked) {
            progress.say("stopped");
        }
    }

    /**
     * Opens the libraries early: a build during the run replaces their files, and a file that is already open stays as
     * it was.
     */
    private static void openLibraries() throws IOException {
        Collections.list(Supervisor.class.getClassLoader().getResources("in/no/library"));
    }

    private void cleanUp() throws IOException {
        boolean asked = Thread.interrupted();
        try {
            children.stopAll();
            Files.deleteIfExists(home.state());
        } finally {
            ended.countDown();
            if (asked) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void startAndWatch(Plan wanted) throws InterruptedException, IOException {
        int orphans = state.stopOrphans();
        if (orphans > 0) {
            progress.step("stopped " + orphans + " processes that an earlier supervisor left behind");
        }
        Distribution build = Distribution.current().copiedTo(home.build());
        StartSequence sequence = new StartSequence(home, build, children, progress);
        Planning planning = new Planning(home, children, progress, sequence::bringUp);
        planning.begin(wanted);
        progress.say(ReadyMessage.of(home));
        planning.ready();
        while (true) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            approveAndAnswer(sequence, planning);
        }
    }

    /** A fault here, such as a full disk, must not stop the programs that run. */
    private static void approveAndAnswer(StartSequence sequence, Planning planning) throws InterruptedException {
        try {
            sequence.approvals().run();
            planning.answer();
        } catch (RuntimeException fault) {
            LOG.log(System.Logger.Level.ERROR, "approvals and requests will be retried", fault);
        }
    }

    /** Ends on one path: the watching thread is interrupted and cleans up, and the JVM waits for it. */
    private void endWhenAsked(Thread watching) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (ended.getCount() == 0) {
                                return;
                            }
                            progress.say("stopping");
                            watching.interrupt();
                            try {
                                ended.await(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
                            } catch (InterruptedException impatient) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "ending"));
    }
}
