package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import org.omnifaces.exceptionhandler.ViewExpiredExceptionHandler;

/** Whether this page is shown again because the session behind it had ended, which every page then says. */
@Named
@RequestScoped
public class Expiry {

    public boolean isJustNow() {
        return ViewExpiredExceptionHandler.wasViewExpired();
    }
}
