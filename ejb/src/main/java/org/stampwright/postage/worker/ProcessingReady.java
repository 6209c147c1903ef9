package org.stampwright.postage.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.stampwright.postage.comparison.HeadComparison;
import org.stampwright.postage.server.ThisInstance;
import org.stampwright.postage.signing.OwnModule;

/**
 * Readiness of a processing instance: it is registered, both keys of its module are certified and a PSD is at work. An
 * instance that only serves the web, or that the operator has removed, is ready once it is registered; so is every
 * instance while selling is stopped. Admission by the operator does not count here.
 */
@Readiness
@ApplicationScoped
public class ProcessingReady implements HealthCheck {

    @Inject
    ThisInstance instance;

    @Inject
    OwnModule module;

    @Inject
    OwnedPsds psds;

    @Inject
    HeadComparison comparison;

    @Override
    public HealthCheckResponse call() {
        boolean processes = instance.role().processes();
        boolean ready = instance.isRegistered()
                && (!processes || instance.isRemoved() || comparison.isStopSeen() || psds.isReady());
        return HealthCheckResponse.named("processing")
                .status(ready)
                .withData("registered", instance.isRegistered())
                .withData("certified", module.certified().isPresent())
                .withData("psds", psds.atWork().size())
                .build();
    }
}
