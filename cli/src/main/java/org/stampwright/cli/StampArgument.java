package org.stampwright.cli;

import java.nio.file.Path;
import java.util.List;
import org.stampwright.cli.stamps.StampSource;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The stamp to read: a file, or hex. */
final class StampArgument {

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A PDF or image with stamps.")
    private Path file;

    @Option(names = "--hex", paramLabel = "HEX", description = "The bytes of one symbol instead.")
    private String hex;

    List<byte[]> stamps() {
        if ((file == null) == (hex == null)) {
            throw new Refusal("name a file with stamps, or give the bytes of one with --hex");
        }
        return file == null ? StampSource.ofHex(hex) : StampSource.read(file);
    }
}
