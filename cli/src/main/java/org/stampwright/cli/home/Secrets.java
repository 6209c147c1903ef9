package org.stampwright.cli.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.stampwright.indicium.trust.P256;
import org.stampwright.protocol.Pem;

/** The secrets of a home, one file each (mode 0600), generated at first use. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;

    private final Path folder;

    Secrets(Path folder) {
        this.folder = folder;
    }

    public String superuserPassword() {
        return password("superuser.password");
    }

    public String ownerPassword() {
        return password("owner.password");
    }

    public String appPassword() {
        return password("app.password");
    }

    public String auditPassword() {
        return password("audit.password");
    }

    public String authorityDatabasePassword() {
        return password("authority-db.password");
    }

    public String authorityAdminPassword() {
        return password("authority-admin.password");
    }

    public String deskKey() {
        return password("desk.key");
    }

    public String operatorPassword() {
        return password("operator.password");
    }

    public String helperPassword() {
        return password("helper.password");
    }

    public String cardKey() {
        return drawn("stripe.key", "sk_test_" + HexFormat.of().formatHex(bytes(PASSWORD_BYTES)));
    }

    public String cardWebhookSecret() {
        return drawn("stripe-webhook.secret", "whsec_" + HexFormat.of().formatHex(bytes(PASSWORD_BYTES)));
    }

    /** Returns the password of one instance's module keystore. */
    public String modulePassword(String instance) {
        return password("module-" + instance + ".password");
    }

    public Path enrolmentKey() {
        return keyPair("enrolment");
    }

    public Path auditorKey() {
        return keyPair("auditor");
    }

    public PrivateKey auditorPrivateKey() {
        keyPair("auditor");
        return Pem.privateKey(read("auditor.key.pem"));
    }

    public String enrolmentPublicKey() {
        keyPair("enrolment");
        return read("enrolment.public.pem");
    }

    public String auditorPublicKey() {
        keyPair("auditor");
        return read("auditor.public.pem");
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Returns the API key of the demo client, or null before the import returned one. */
    public String apiKey() {
        return Files.exists(file("api.key")) ? read("api.key") : null;
    }

    public void keepApiKey(String key) {
        write("api.key", key);
    }

    private Path keyPair(String name) {
        Path secret = file(name + ".key.pem");
        if (!Files.exists(secret)) {
            KeyPair drawn = P256.newKeyPair(RANDOM);
            write(
                    name + ".public.pem",
                    Pem.of("PUBLIC KEY", drawn.getPublic().getEncoded()).strip());
            write(
                    name + ".key.pem",
                    Pem.of("PRIVATE KEY", drawn.getPrivate().getEncoded()).strip());
        }
        return secret;
    }

    private String password(String name) {
        return drawn(name, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(PASSWORD_BYTES)));
    }

    private String drawn(String name, String fresh) {
        if (!Files.exists(file(name))) {
            write(name, fresh);
        }
        return read(name);
    }

    private String read(String name) {
        try {
            return Files.readString(file(name)).strip();
        } catch (NoSuchFileException missing) {
            throw new IllegalStateException("the secret " + file(name) + " is missing", missing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void write(String name, String value) {
        writePrivately(file(name), value + "\n");
    }

    /** Atomically writes a file that only its owner can read, from its first byte on. */
    public static void writePrivately(Path file, String text) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            Files.createFile(
                    beside, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(beside, text, StandardOpenOption.WRITE);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static byte[] bytes(int count) {
        byte[] drawn = new byte[count];
        RANDOM.nextBytes(drawn);
        return drawn;
    }
}
