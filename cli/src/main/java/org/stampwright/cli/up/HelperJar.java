package org.stampwright.cli.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stampwright.cli.home.HelperSigner;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Distribution;
import org.stampwright.webstart.SignedHelper;

/**
 * The print helper of one home, with its authority's root inside and signed with its key; created again for a newer
 * build.
 */
record HelperJar(Home home, Distribution distribution) {

    void make() {
        Path built = distribution.printHelper();
        try {
            if (Files.exists(home.helperJar())
                    && Files.getLastModifiedTime(home.helperJar()).compareTo(Files.getLastModifiedTime(built)) > 0) {
                return;
            }
            SignedHelper.make(
                    built, Files.readAllBytes(home.root()), HelperSigner.of(home.secrets()), home.helperJar());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
