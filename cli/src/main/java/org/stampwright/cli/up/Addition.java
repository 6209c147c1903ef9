package org.stampwright.cli.up;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.supervision.StateFile;

/**
 * {@code up} on a running home: writes a request for its supervisor, shows the progress, and waits for the answer.
 * Requests are serialised, so that each gets its own answer.
 */
public final class Addition {

    private static final Duration LIMIT = StartSequence.LIMIT.plusSeconds(25);
    private static final long BETWEEN_LOOKS = 250;

    private final Home home;
    private final PrintWriter out;
    private final PrintWriter err;

    public Addition(Home home, PrintWriter out, PrintWriter err) {
        this.home = home;
        this.out = out;
        this.err = err;
    }

    /** @throws Refusal with the supervisor's reason if not everything requested started */
    public void add(Request request) throws IOException, InterruptedException {
        try (FileChannel channel =
                        FileChannel.open(home.additionLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock alone = alone(channel);
                LogFollower log = new LogFollower(home, out, err)) {
            request.write(home);
            String problem = answer(request, log);
            log.show();
            if (!problem.isEmpty()) {
                throw new Refusal(problem);
            }
        }
    }

    private FileLock alone(FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock != null) {
            return lock;
        }
        out.println("waiting for another `up` on this home");
        out.flush();
        return channel.lock();
    }

    private String answer(Request request, LogFollower log) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            JsonObject state =
                    new StateFile(home).read().orElseThrow(() -> new Refusal("the home was stopped in the meantime"));
            if (state.getString("request").equals(request.id())) {
                return state.getString("problem");
            }
            if (!state.getBoolean("ready")) {
                deadline = System.nanoTime() + LIMIT.toNanos();
            }
            log.show();
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new Refusal(
                "the supervisor did not answer within " + LIMIT.toSeconds() + " s; see " + home.log("supervisor"));
    }
}
