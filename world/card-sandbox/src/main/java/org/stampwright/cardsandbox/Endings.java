package org.stampwright.cardsandbox;

import jakarta.json.JsonObject;

/** Ends overdue objects: holds that were not captured in time and sessions that were not paid. */
final class Endings {
    private Endings() {}

    static void end(Posting posting, JsonObject object) {
        switch (object.getString("object")) {
            case PaymentIntents.KIND -> Authorisation.cancel(posting, object, "automatic");
            case CheckoutSessions.KIND -> CheckoutSessions.expire(posting, object);
            default -> throw new IllegalStateException("No deadline applies to a " + object.getString("object") + ".");
        }
    }
}
