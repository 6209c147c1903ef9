package org.stampwright.cli.stamps;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.stampwright.cli.Refusal;
import org.stampwright.paper.StampReader;

/** The source of stamps: a PDF or image, or the bytes of one symbol in hex. */
public final class StampSource {

    private StampSource() {}

    public static List<byte[]> read(Path file) {
        if (!Files.isReadable(file)) {
            throw new Refusal(file + " cannot be read");
        }
        try {
            return StampReader.read(file);
        } catch (IOException unreadable) {
            throw new Refusal(file + " cannot be read (" + unreadable.getMessage() + ")", unreadable);
        }
    }

    public static List<byte[]> ofHex(String hex) {
        try {
            return List.of(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
        } catch (IllegalArgumentException noHex) {
            throw new Refusal("that is not hex: " + noHex.getMessage(), noHex);
        }
    }
}
