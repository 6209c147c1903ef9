package org.stampwright.cli.up;

import org.stampwright.cli.Refusal;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Java;
import org.stampwright.cli.supervision.StateFile;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code up --detach}: the same program in a session of its own; we show its progress and go when it is ready. */
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

    /** The exit status: 0 as soon as the home is ready, the supervisor's own if it ended before. */
    public int start(List<String> arguments) throws IOException, InterruptedException {
        Path log = home.log("supervisor");
        Files.deleteIfExists(log);
        Files.createFile(log);
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.addAll(List.of(Java.program(), "-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-Dstampwright.dist=" + System.getProperty("stampwright.dist"),
                "-cp", System.getProperty("java.class.path"), "org.stampwright.cli.Stampwright", "up"));
        command.addAll(arguments.subList(1 + arguments.indexOf("up"), arguments.size()));
        Process supervisor = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
        return follow(supervisor, log);
    }

    private int follow(Process supervisor, Path log) throws IOException, InterruptedException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            while (true) {
                boolean ended = !supervisor.isAlive();
                boolean ready = ready(supervisor.pid());
                show(file);
                if (ended) {
                    return supervisor.exitValue();
                }
                if (ready) {
                    return 0;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        }
    }

    private boolean ready(long pid) {
        return new StateFile(home).read().filter(state -> state.getJsonObject("supervisor").getInt("pid") == pid)
                .map(state -> state.getBoolean("ready")).orElse(false);
    }

    private void show(RandomAccessFile file) throws IOException {
        byte[] fresh = new byte[(int) (file.length() - file.getFilePointer())];
        file.readFully(fresh);
        new String(fresh, StandardCharsets.UTF_8).lines()
                .forEach(line -> (line.startsWith(Refusal.BEGINNING) ? err : out).println(line));
        out.flush();
        err.flush();
    }
}
