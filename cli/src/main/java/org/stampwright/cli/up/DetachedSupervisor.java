package org.stampwright.cli.up;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Java;
import org.stampwright.cli.supervision.StateFile;

/**
 * {@code up --detach}: starts the supervisor in a session of its own, shows its progress and returns when it is ready.
 */
public final class DetachedSupervisor {

    private static final long BETWEEN_LOOKS = 200;

    private final Home home;
    private final PrintWriter out;
    private final PrintWriter err;

    public DetachedSupervisor(Home home, PrintWriter out, PrintWriter err) {
        this.home = home;
        this.out = out;
        this.err = err;
    }

    /** Returns the exit status: 0 once the home is ready, the supervisor's own if it ended before. */
    public int start(List<String> arguments) throws IOException, InterruptedException {
        try (LogFollower log = new LogFollower(home, out, err)) {
            List<String> command = new ArrayList<>();
            if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
                command.add("/usr/bin/setsid");
            }
            command.addAll(Java.command(
                    "-Xmx128m",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Dstampwright.dist=" + System.getProperty("stampwright.dist"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.stampwright.cli.Stampwright",
                    "up"));
            command.addAll(arguments.subList(1 + arguments.indexOf("up"), arguments.size()));
            // The supervisor writes its progress to its log itself; this file takes its earlier output and its faults.
            Process supervisor = new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            home.log("supervisor").toFile()))
                    .start();
            return follow(supervisor, log);
        }
    }

    private int follow(Process supervisor, LogFollower log) throws IOException, InterruptedException {
        while (true) {
            boolean ended = !supervisor.isAlive();
            boolean ready = ready(supervisor.pid());
            log.show();
            if (ended) {
                return supervisor.exitValue();
            }
            if (ready) {
                return 0;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private boolean ready(long pid) {
        return new StateFile(home)
                .read()
                .filter(state -> state.getInt("supervisor") == pid)
                .map(state -> state.getBoolean("ready"))
                .orElse(false);
    }
}
