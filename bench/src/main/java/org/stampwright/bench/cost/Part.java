package org.stampwright.bench.cost;

import java.util.List;
import java.util.Optional;

/**
 * The parts of an instance to which its processor time is counted. A stack belongs to the part of its topmost frame
 * that any part claims; a frame that none claims, as of the JDK's collections or the JSON provider, belongs to its
 * caller. The auditor is the exception: everything below it counts to it.
 */
enum Part {
    AUDITOR("auditor", "org.stampwright.audit.", "org.stampwright.postage.auditing."),
    CRYPTOGRAPHY(
            "cryptography",
            "sun.security.",
            "com.sun.crypto.",
            "java.security.",
            "javax.crypto.",
            "com.amazon.corretto.",
            "org.stampwright.nativecrypto.",
            "org.stampwright.indicium.trust.P256"),
    SQL_CLIENT(
            "SQL client",
            "org.postgresql.",
            "org.jdbi.",
            "org.eclipse.persistence.",
            "com.sun.gjc.",
            "com.sun.enterprise.resource.",
            "com.sun.enterprise.connectors."),
    CARD_CLIENT("card client", "com.stripe.", "com.google.gson.", "org.stampwright.postage.payment."),
    AUTHORITY_CLIENT(
            "authority client",
            "org.stampwright.protocol.Authority",
            "org.stampwright.postage.authority.",
            "org.stampwright.postage.ledger.EntryIntake"),
    HTTP_CLIENT("HTTP client", "jdk.internal.net.http.", "java.net.http.", "org.stampwright.protocol.BoundedHttp"),
    INDICIUM("indicium and ledger bytes", "org.stampwright.indicium."),
    WORKFLOW("workflow", "org.stampwright.postage."),
    WEB(
            "web",
            "org.stampwright.web.",
            "org.glassfish.jersey.",
            "org.glassfish.grizzly.",
            "org.apache.catalina.",
            "org.apache.coyote."),
    CONTAINER(
            "EJB, CDI and transactions",
            "com.sun.ejb.",
            "com.sun.enterprise.",
            "com.sun.jts.",
            "org.jboss.weld.",
            "org.glassfish.",
            "fish.payara.",
            "org.omnifaces.");

    private final String title;
    private final List<String> claims;

    Part(String title, String... claims) {
        this.title = title;
        this.claims = List.of(claims);
    }

    String title() {
        return title;
    }

    /**
     * Returns the part of a stack.
     *
     * @param frames names of classes with methods, the topmost first
     */
    static Optional<Part> of(List<String> frames) {
        if (frames.stream().anyMatch(AUDITOR::claims)) {
            return Optional.of(AUDITOR);
        }
        return frames.stream().map(Part::claimant).flatMap(Optional::stream).findFirst();
    }

    private static Optional<Part> claimant(String frame) {
        for (Part part : values()) {
            if (part.claims(frame)) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private boolean claims(String frame) {
        return claims.stream().anyMatch(frame::startsWith);
    }
}
