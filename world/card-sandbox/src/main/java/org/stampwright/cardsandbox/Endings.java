package org.stampwright.cardsandbox;

import jakarta.json.JsonObject;

/** What the clock ends: holds that nobody captured in time, sessions that nobody paid. */
final class Endings {
    private Endings() {}

    static void end(Posting posting, JsonObject object) {
        switch (object.getString("object")) {
            case PaymentIntents.KIND -> Authorisation.cancel(posting, object, "automatic");
            case CheckoutSessions.KIND -> CheckoutSessions.expire(posting, object);
            default -> throw new IllegalStateException("Nothing ends a " + object.getString("object") + ".");
        }
    }
}
