package org.stampwright.bench.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the commands of {@code bin/stampwright} on one home, as an operator would.
 *
 * @param program the script
 * @param home    the folder that each command gets as {@code --home}
 */
public record Script(Path program, Path home) {

    /** An ended command: its exit status and what it wrote to its standard output. */
    public record Ended(int status, String output) {}

    /** Runs a command; its error output appears on this program's. */
    public Ended run(String command, List<String> arguments) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(commandLine(command, arguments))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** Runs a command and returns its output; any exit status but 0 is a fault. */
    public String must(String command, String... arguments) throws IOException, InterruptedException {
        Ended ended = run(command, List.of(arguments));
        if (ended.status() != 0) {
            throw new IOException("stampwright " + command + " ended with " + ended.status() + ": " + ended.output());
        }
        return ended.output();
    }

    /** Returns the command line that runs a command on this home. */
    public List<String> commandLine(String command, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(program.toString(), command));
        line.addAll(arguments);
        line.addAll(List.of("--home", home.toString()));
        return line;
    }
}
