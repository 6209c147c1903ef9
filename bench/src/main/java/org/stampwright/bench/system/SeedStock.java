package org.stampwright.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Label stock with as many labels as an order may have stamps, so that a history grows by the largest orders. */
public final class SeedStock {

    public static final String CODE = "BENCH-1000";
    public static final int LABELS = 1000;

    private static final String FILE =
            """
            code=BENCH-1000
            name=1000 labels on one sheet, for benchmarks
            paper.width=1640 mm
            paper.height=1400 mm
            rows=25
            columns=40
            margin.left=10 mm
            margin.top=10 mm
            pitch.x=40 mm
            pitch.y=55 mm
            label.width=38.1 mm
            label.height=50.8 mm
            corner.radius=1 mm
            strip=3.2 mm
            """;

    private SeedStock() {}

    /** Adds the stock to a home that has started once, or makes it part of a home that is about to. */
    public static void addTo(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("stock"));
        Files.writeString(folder.resolve("bench-1000.properties"), FILE);
    }
}
