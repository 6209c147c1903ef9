package org.stampwright.cli.stamps;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.stampwright.cli.Refusal;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.IndiciumVerifier;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.protocol.BoundedHttp;

/** The authority's root and its trust bundle, which are all that verifying a stamp needs. */
public final class Trust {

    private static final String BUNDLE = "/.well-known/stampwright/trust-bundle";
    private static final BoundedHttp HTTP = new BoundedHttp(Duration.ofSeconds(2), Duration.ofSeconds(10), 64 << 20);

    private Trust() {}

    public static IndiciumVerifier verifier(X509Certificate root, byte[] bundle, Clock clock) {
        try {
            return new IndiciumVerifier(root, SignedTrustBundle.decode(bundle), clock);
        } catch (IllegalArgumentException noBundle) {
            throw new Refusal("the trust bundle cannot be read (" + noBundle.getMessage() + ")", noBundle);
        }
    }

    public static X509Certificate root(Path file) {
        try {
            return Certificates.read(Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new Refusal(
                    "the authority's root " + file + " cannot be read (" + unreadable.getMessage() + ")", unreadable);
        }
    }

    public static byte[] bundle(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new Refusal("the trust bundle " + file + " cannot be read", unreadable);
        }
    }

    /** Fetches the newest bundle from the authority. */
    public static byte[] bundle(URI authority) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(authority.resolve(BUNDLE)).build();
        try {
            HttpResponse<byte[]> answer = HTTP.send(question);
            if (answer.statusCode() != 200) {
                throw new Refusal("the authority answered " + answer.statusCode() + " when asked for its trust bundle");
            }
            return answer.body();
        } catch (IOException away) {
            throw new Refusal(
                    "the authority at " + authority + " does not answer; give a trust bundle with --bundle", away);
        }
    }
}
