package org.stampwright.postage.signing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;
import org.stampwright.nativecrypto.SignatureProvider;

/** Installs the native provider when the application starts, before any key is read, and logs which one is in use. */
@ApplicationScoped
public class InstalledProvider {

    private static final System.Logger LOG = System.getLogger(InstalledProvider.class.getName());

    void atStart(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) Startup startup) {
        LOG.log(System.Logger.Level.INFO, SignatureProvider.install().toString());
    }
}
