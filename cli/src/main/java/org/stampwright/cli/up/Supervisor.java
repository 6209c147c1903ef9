package org.stampwright.cli.up;

import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Distribution;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.supervision.Children;
import org.stampwright.cli.supervision.StateFile;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds the home's lock, starts what the plan says, watches it, starts what is added to the plan, and stops everything
 * when this program is asked to end (Ctrl-C, or the signal that {@code down} sends).
 */
public final class Supervisor {

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
        this.progress = new Progress(out);
        this.children = new Children(state);
    }

    /** Returns when told to end; by then everything it started has ended too. */
    public void run(Plan plan) throws IOException {
        try (FileChannel channel = FileChannel.open(home.supervisorLock(), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE); FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new Refusal("another supervisor holds " + home.folder());
            }
            openLibraries();
            endWhenAsked(Thread.currentThread());
            try {
                startAndWatch(plan);
            } catch (InterruptedException asked) {
                progress.say("stopping");
            } finally {
                cleanUp();
            }
        }
    }

    /** A build beside the running home replaces their files; one that is open by then stays what it was. */
    private static void openLibraries() throws IOException {
        Collections.list(Supervisor.class.getClassLoader().getResources("in/no/library"));
    }

    private void cleanUp() throws IOException {
        boolean asked = Thread.interrupted();
        try {
            children.stopAll();
            Files.deleteIfExists(home.supervisorPid());
            Files.deleteIfExists(home.state());
        } finally {
            ended.countDown();
            if (asked) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void startAndWatch(Plan plan) throws InterruptedException, IOException {
        int orphans = state.stopOrphans();
        if (orphans > 0) {
            progress.step("stopped " + orphans + " processes that an earlier supervisor left behind");
        }
        Files.writeString(home.supervisorPid(), ProcessHandle.current().pid() + "\n");
        plan.write(home);
        StartSequence sequence = new StartSequence(home, Distribution.current(), children, progress);
        sequence.bringUp(plan);
        progress.say(Announcement.of(home));
        children.declareReady(plan.instances().size(), null);
        Plan running = plan;
        while (true) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            children.look();
            sequence.approveCertificateRequests();
            Plan wanted = Plan.read(home);
            if (!wanted.equals(running)) {
                running = wanted;
                addTo(sequence, wanted);
            }
        }
    }

    /** What cannot be added leaves alone what runs; whoever asked for it reads why in the state. */
    private void addTo(StartSequence sequence, Plan wanted) throws InterruptedException {
        String problem = null;
        try {
            sequence.bringUp(wanted);
        } catch (Refusal notAdded) {
            problem = notAdded.getMessage();
            progress.say("stampwright: " + problem);
        }
        children.declareReady(wanted.instances().size(), problem);
    }

    /** Ending is one path: the watching thread is interrupted and cleans up, and the JVM waits for it. */
    private void endWhenAsked(Thread watching) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (ended.getCount() == 0) {
                return;
            }
            watching.interrupt();
            try {
                ended.await(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }, "ending"));
    }
}
