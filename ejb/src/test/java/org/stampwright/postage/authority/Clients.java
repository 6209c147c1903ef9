package org.stampwright.postage.authority;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.stampwright.protocol.LyingAuthority;

/** The vendor's real clients of an authority, wired as the container would. */
public final class Clients {

    private final AuthorityHttp http = new AuthorityHttp();
    private final AuthorityRoot root = new AuthorityRoot();
    private final SigningCertificate signingCertificate = new SigningCertificate();
    private final AuthorityClient client = new AuthorityClient();

    /**
     * Wires the clients.
     *
     * @param folder the folder to write the key and the root to
     */
    public Clients(LyingAuthority authority, Path folder, Clock clock) {
        Map<String, String> settings = authority.settings(folder);
        http.url = authority.uri();
        root.rootFile = settings.get("stampwright.authority.root");
        root.load();
        signingCertificate.http = http;
        signingCertificate.root = root;
        client.http = http;
        client.signingCertificate = signingCertificate;
        client.enrolmentKey = key(settings, clock);
    }

    private static EnrolmentKey key(Map<String, String> settings, Clock clock) {
        EnrolmentKey key = new EnrolmentKey();
        key.keyFile = settings.get("stampwright.enrolment.key");
        key.keyId = settings.get("stampwright.enrolment.key-id");
        key.clock = clock;
        key.random = new SecureRandom();
        key.load();
        return key;
    }

    public AuthorityClient client() {
        return client;
    }

    public AuthorityRoot root() {
        return root;
    }

    public SigningCertificate signingCertificate() {
        return signingCertificate;
    }
}
