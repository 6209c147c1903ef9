package org.stampwright.postage.payment;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.protocol.StrictJson;

/**
 * Events from the card company. Only a signed event is read, and only for the order that it concerns. It is a hint to
 * ask, never the truth, so a late, repeated or reordered event does no harm.
 */
@ApplicationScoped
public class Webhooks {

    private static final long TOLERANCE_SECONDS = 300;

    @Inject
    private CardSettings settings;

    @Inject
    private Payments payments;

    /**
     * Returns the company's id of the session or intent that the event is about. Refusals: unauthenticated for a wrong
     * signature, malformed-json.
     */
    public Answer<String> read(String body, String signature) {
        try {
            Webhook.Signature.verifyHeader(
                    body, signature == null ? "" : signature, settings.webhookSecret(), TOLERANCE_SECONDS);
        } catch (SignatureVerificationException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Answer.refused(ProblemKind.UNAUTHENTICATED, "The signature does not match.");
        }
        try {
            JsonObject event = StrictJson.object(body);
            return Answer.granted(
                    event.getJsonObject("data").getJsonObject("object").getString("id"));
        } catch (JsonException | ClassCastException | NullPointerException e) {
            return Answer.refused(ProblemKind.MALFORMED_JSON, "This is not an event.");
        }
    }

    /** Returns the order to advance, or empty if the session or intent is none of ours. */
    public Optional<UUID> orderOf(String sessionOrIntent) {
        return payments.orderOf(sessionOrIntent);
    }
}
