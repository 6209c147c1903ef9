package org.stampwright.postage.signing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.stampwright.postage.server.ThisInstance;

/**
 * The module of this instance, opened when it starts: a configuration with a module that may not be used here stops the
 * deployment. Instances that only serve the web have none.
 */
@ApplicationScoped
public class OwnModule {

    private CryptographicModule module;
    private final AtomicReference<CertifiedModule> certified = new AtomicReference<>();

    @Inject
    Modules modules;

    @Inject
    ThisInstance instance;

    @Inject
    SecureRandom random;

    @Inject
    Clock clock;

    void atStart(@Observes Startup startup) {
        // The call itself creates the bean and so opens the module.
    }

    @PostConstruct
    void open() {
        if (instance.role().processes()) {
            module = modules.open(random, clock);
        }
    }

    /**
     * Returns the module with both its certificates; empty until the authority has issued them, and on web-only
     * instances.
     */
    public Optional<CertifiedModule> certified() {
        return Optional.ofNullable(certified.get());
    }

    CryptographicModule module() {
        return module;
    }

    void certifiedAs(CertifiedModule both) {
        certified.set(both);
    }
}
