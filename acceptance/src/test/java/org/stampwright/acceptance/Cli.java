package org.stampwright.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs {@code bin/stampwright} as a person would, and keeps its output. */
record Cli(Path root, Path home) {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final int LAST_LINES = 8;

    /** The result of one run of the command. */
    record Run(int exit, String out, String err) {}

    Run run(String command, String... arguments) {
        List<String> words =
                new ArrayList<>(List.of(root.resolve("bin/stampwright").toString(), command));
        words.addAll(List.of("--home", home.toString()));
        words.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile("stampwright", ".out");
            Path err = Files.createTempFile("stampwright", ".err");
            Process process = new ProcessBuilder(words)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(words + " did not end within " + PATIENCE + ":\n" + Files.readString(out)
                        + Files.readString(err) + supervisor());
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    /** As {@link #run}, but the command must succeed. */
    String must(String command, String... arguments) {
        Run run = run(command, arguments);
        if (run.exit() != 0) {
            throw new AssertionError(command + " " + List.of(arguments) + " ended with " + run.exit() + "\n" + run.out()
                    + run.err() + supervisor());
        }
        return run.out();
    }

    /** Returns the last output of the home's supervisor, which shows why a command waits. */
    private String supervisor() {
        Path log = home.resolve("logs/supervisor.log");
        try {
            List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of("nothing");
            return "supervisor: "
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
