package org.stampwright.postage.authority;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import org.stampwright.protocol.Pem;

/** A private key in a PEM file that only the instance's user can read. */
final class PemKey {

    private PemKey() {}

    /**
     * Returns the P-256 key in this file.
     *
     * @throws UncheckedIOException if the file cannot be read
     * @throws IllegalStateException if it holds no such key in PKCS #8
     */
    static PrivateKey read(String file) {
        try {
            return Pem.privateKey(Files.readString(Path.of(file), StandardCharsets.US_ASCII));
        } catch (IOException fault) {
            throw new UncheckedIOException("the key cannot be read from " + file, fault);
        } catch (IllegalArgumentException fault) {
            throw new IllegalStateException(file + " holds no P-256 key in PKCS #8", fault);
        }
    }
}
