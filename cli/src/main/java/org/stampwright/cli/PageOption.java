package org.stampwright.cli;

import java.nio.file.Path;
import org.stampwright.cli.buying.PageFile;
import picocli.CommandLine.Option;

/** {@code --out} and {@code --force}, shared by the commands that write a page. */
final class PageOption {

    @Option(names = "--out", required = true, paramLabel = "FILE.pdf", description = "The page.")
    private Path out;

    @Option(names = "--force", description = "Replaces the file if it exists.")
    private boolean force;

    /** Claims the file before anything is paid or redeemed. */
    PageFile claim() {
        return PageFile.claim(out, force);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
