package org.stampwright.cardsandbox.checkout;

import jakarta.json.JsonObject;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.payment.Authorisation;
import org.stampwright.cardsandbox.payment.PaymentIntents;

/** Ends overdue objects: holds that were not captured in time and sessions that were not paid. */
public final class Expiry {
    private Expiry() {}

    public static void end(Posting posting, JsonObject object) {
        switch (object.getString("object")) {
            case PaymentIntents.KIND -> Authorisation.cancel(posting, object, "automatic");
            case CheckoutSessions.KIND -> CheckoutSessions.expire(posting, object);
            default -> throw new IllegalStateException("No deadline applies to a " + object.getString("object") + ".");
        }
    }
}
