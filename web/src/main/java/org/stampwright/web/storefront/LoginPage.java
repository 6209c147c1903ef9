package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.web.security.LoginTarget;
import org.stampwright.web.security.SessionLogins;

/** The consumer's login. */
@Named
@RequestScoped
public class LoginPage {

    @Inject
    private LoginForm form;

    /** Signs in and returns to the page that the consumer had asked for. */
    public void enter() {
        if (form.signIn(AccountKind.CONSUMER, "login:password")) {
            Faces.redirect(LoginTarget.of(Faces.getRequest(), "/account/orders"));
        }
    }

    /** Signs out. */
    public void leave() {
        SessionLogins.consumerOut(Faces.getRequest());
        Faces.redirect("");
    }

    public LoginForm getForm() {
        return form;
    }
}
