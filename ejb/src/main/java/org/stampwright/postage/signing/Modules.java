package org.stampwright.postage.signing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.postage.server.ThisInstance;

/** Opens the configured module. */
@ApplicationScoped
public class Modules {

    @Inject
    @ConfigProperty(name = "stampwright.module.kind", defaultValue = "keystore")
    String kind;

    @Inject
    @ConfigProperty(name = "stampwright.module.password")
    String password;

    @Inject
    @ConfigProperty(name = "stampwright.development-mode", defaultValue = "false")
    boolean developmentMode;

    @Inject
    ThisInstance instance;

    /**
     * Returns the module, open.
     *
     * @throws IllegalStateException if the configuration names a module that may not be used here
     */
    CryptographicModule open(SecureRandom random, Clock clock) {
        if (!"keystore".equals(kind)) {
            throw new IllegalStateException(
                    "stampwright.module.kind is \"" + kind + "\"; this version has \"keystore\"");
        }
        if (!developmentMode) {
            throw new IllegalStateException(
                    "a keystore module is for development only: the file gives access to the keys."
                            + " Set stampwright.development-mode=true on a machine where that is meant");
        }
        return KeystoreModule.in(
                instance.folder().resolve("module.p12"), password.toCharArray(), random, clock.instant());
    }
}
