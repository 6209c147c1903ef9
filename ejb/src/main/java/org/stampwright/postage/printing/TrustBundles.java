package org.stampwright.postage.printing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.postage.authority.AuthorityRoot;
import org.stampwright.protocol.BoundedHttp;

/**
 * The authority's newest trust bundle, as the bytes that it signed. It is fetched again when it is older than half a
 * minute. If the authority does not answer, or its answer fails the check or has a lower number, the current bundle
 * stays in use; its date tells the verifier its age.
 */
@ApplicationScoped
public class TrustBundles {

    private static final System.Logger LOG = System.getLogger(TrustBundles.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 64 << 20;

    private record Fetched(SignedTrustBundle bundle, Instant at) {}

    @Inject
    @ConfigProperty(name = "stampwright.authority.url")
    String authority;

    @Inject
    AuthorityRoot root;

    @Inject
    Clock clock;

    private final BoundedHttp http = new BoundedHttp(TO_CONNECT, TO_ANSWER, MOST_BYTES);
    private volatile Fetched newest;

    /** Returns the bundle; empty if the authority has never answered. */
    public Optional<byte[]> newest() {
        Fetched known = newest;
        if (known == null || known.at().plus(FRESH).isBefore(clock.instant())) {
            fetch().ifPresent(this::take);
        }
        return Optional.ofNullable(newest).map(fetched -> fetched.bundle().encode());
    }

    /** Runs one at a time, so that a slow, older answer never replaces a newer one. */
    private synchronized void take(byte[] answer) {
        try {
            SignedTrustBundle received = SignedTrustBundle.decode(answer);
            Optional<String> objection = root.objection(received);
            if (objection.isPresent()) {
                refused(objection.get());
            } else {
                newest = new Fetched(
                        newest == null ? received : SignedTrustBundle.newerOf(newest.bundle(), received),
                        clock.instant());
            }
        } catch (IllegalArgumentException unusable) {
            refused(unusable.getMessage());
        }
    }

    private static void refused(String why) {
        LOG.log(System.Logger.Level.WARNING, "the answer is not the authority''s trust bundle: {0}", why);
    }

    private Optional<byte[]> fetch() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(authority + "/.well-known/stampwright/trust-bundle"))
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request);
            return answer.statusCode() == 200 ? Optional.of(answer.body()) : Optional.empty();
        } catch (IOException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the authority''s trust bundle could not be fetched: {0}",
                    e.toString());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
