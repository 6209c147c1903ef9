package org.stampwright.cli.buying;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.node.Java;

/** Runs the print helper without its window, as a user can. */
public record Printing(Path helper, URI vendor) {

    /** Redeems the ticket for the sheet with this serial number and writes the PDF. */
    public void toFile(String ticket, String serial, Path page) throws InterruptedException {
        List<String> command = Java.command(
                "-XX:TieredStopAtLevel=1",
                "-jar",
                helper.toString(),
                "--url",
                vendor.toString(),
                "--ticket",
                "-",
                "--serial",
                serial,
                "--pdf",
                page.toString());
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (OutputStream in = process.getOutputStream()) {
                in.write((ticket + "\n").getBytes(StandardCharsets.UTF_8));
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new Refusal("the print helper: " + said);
            }
        } catch (IOException broken) {
            throw new Refusal("the print helper could not be run (" + broken.getMessage() + ")", broken);
        }
    }
}
