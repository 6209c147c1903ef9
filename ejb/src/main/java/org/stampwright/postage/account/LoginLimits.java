package org.stampwright.postage.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.postage.account.Allowances.Bucket;

/**
 * How many wrong passwords and new accounts are taken. The narrowest limit counts a login and a network together, so
 * that a stranger elsewhere delays no owner; the wider ones bound guessing at many logins from one network, and at one
 * login from many networks.
 */
@ApplicationScoped
class LoginLimits {

    @Inject
    @ConfigProperty(name = "stampwright.limits.wrong-logins", defaultValue = "10")
    private int wrong;

    @Inject
    @ConfigProperty(name = "stampwright.limits.wrong-logins-interval", defaultValue = "60")
    private int wrongInterval;

    @Inject
    @ConfigProperty(name = "stampwright.limits.wrong-logins-of-network", defaultValue = "100")
    private int ofNetwork;

    @Inject
    @ConfigProperty(name = "stampwright.limits.wrong-logins-of-network-interval", defaultValue = "6")
    private int ofNetworkInterval;

    @Inject
    @ConfigProperty(name = "stampwright.limits.wrong-logins-of-login", defaultValue = "1000")
    private int ofLogin;

    @Inject
    @ConfigProperty(name = "stampwright.limits.wrong-logins-of-login-interval", defaultValue = "10")
    private int ofLoginInterval;

    @Inject
    @ConfigProperty(name = "stampwright.limits.registrations", defaultValue = "30")
    private int registrations;

    @Inject
    @ConfigProperty(name = "stampwright.limits.registrations-interval", defaultValue = "20")
    private int registrationsInterval;

    /** Returns the buckets that an attempt to log in fills, the narrowest first. */
    List<Bucket> ofLogin(AccountKind kind, String login, String network) {
        var name = kind.text() + ":" + login;
        return List.of(
                bucket("login", name + "@" + network, wrong, wrongInterval),
                bucket("login-of-network", network, ofNetwork, ofNetworkInterval),
                bucket("login-anywhere", name, ofLogin, ofLoginInterval));
    }

    Bucket ofRegistration(String network) {
        return bucket("registration", network, registrations, registrationsInterval);
    }

    /** A login of any length has a bucket; the longest that exists is far shorter. */
    private static Bucket bucket(String kind, String subject, int burst, int seconds) {
        var shortened = subject.length() <= 400 ? subject : subject.substring(0, 400);
        return new Bucket(kind, shortened, burst, Duration.ofSeconds(seconds));
    }
}
