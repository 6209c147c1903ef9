package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.omnifaces.exceptionhandler.ViewExpiredExceptionHandler;

/** Tells whether this page is shown again because its session had expired; every page displays that. */
@Named
@RequestScoped
public class Expiry {

    public boolean isJustNow() {
        return ViewExpiredExceptionHandler.wasViewExpired();
    }
}
