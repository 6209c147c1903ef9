package org.stampwright.cli.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import org.stampwright.cli.Refusal;

/**
 * The RSA key that signs this home's print helper, as Web Start accepts no other kind. The JDK's keytool creates it.
 */
public final class HelperSigner {

    private static final String ALIAS = "helper";

    private HelperSigner() {}

    public static KeyStore.PrivateKeyEntry of(Secrets secrets) {
        String password = secrets.helperPassword();
        Path store = secrets.file("helper.p12");
        if (!Files.exists(store)) {
            make(store, secrets.file("helper.password"));
        }
        return read(store, password);
    }

    /** Returns the only private key of a PKCS#12 or JKS keystore. */
    public static KeyStore.PrivateKeyEntry read(Path store, String password) {
        char[] secret = password.toCharArray();
        try {
            KeyStore keys = KeyStore.getInstance(store.toFile(), secret);
            for (String alias : java.util.Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)) {
                    return (KeyStore.PrivateKeyEntry) keys.getEntry(alias, new KeyStore.PasswordProtection(secret));
                }
            }
            throw new Refusal("the keystore " + store + " holds no private key");
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new Refusal(
                    "the keystore " + store + " cannot be read (" + unreadable.getMessage() + ")", unreadable);
        }
    }

    private static void make(Path store, Path passwordFile) {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        try {
            Process process = new ProcessBuilder(List.of(
                            keytool,
                            "-genkeypair",
                            "-alias",
                            ALIAS,
                            "-keyalg",
                            "RSA",
                            "-keysize",
                            "3072",
                            "-validity",
                            "3650",
                            "-dname",
                            "CN=Stampwright print helper",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            store.toString(),
                            "-storepass:file",
                            passwordFile.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor() != 0) {
                throw new Refusal("keytool could not create " + store);
            }
        } catch (IOException missing) {
            throw new Refusal("keytool is missing beside " + System.getProperty("java.home"), missing);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal("stopped while the helper's key was being created", stopped);
        }
    }
}
