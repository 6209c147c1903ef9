package org.stampwright.cardsandbox;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A card company of its own for each test, with an empty journal. */
abstract class SandboxTest {

    @TempDir
    Path folder;

    RunningSandbox sandbox;

    @BeforeEach
    void start() throws IOException {
        sandbox = RunningSandbox.start(folder.resolve("journal"));
    }

    @AfterEach
    void stop() throws IOException {
        sandbox.close();
    }
}
