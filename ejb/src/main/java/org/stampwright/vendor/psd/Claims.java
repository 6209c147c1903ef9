package org.stampwright.vendor.psd;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes back what a server system that does not answer has claimed, so that another may be tried. */
@Stateless
public class Claims {

    @Inject
    OrderClaims claims;

    /**
     * Claimed → held at the next attempt. Safe at any time: a claimed order has no content yet, and a franking that comes
     * late for the old attempt hits nothing and is rolled back as a whole.
     *
     * @return false if the order is not claimed at this attempt any more
     */
    public boolean takeBack(UUID order, int attempt) {
        return claims.giveBack(order, attempt, null, null);
    }
}
