package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.web.security.LoginTarget;
import org.stampwright.web.security.SessionLogins;

/** Opens an account and signs in with it. */
@Named
@RequestScoped
public class RegisterPage {

    @Inject
    private Accounts accounts;

    private String email;
    private String password;

    public void open() {
        var answer = accounts.register(email, password, Faces.getRequest().getRemoteAddr());
        if (answer instanceof Refused<Consumer> refused) {
            var field = refused.refusal().field();
            RefusalMessages.show(field == null ? null : "register:" + field, refused.refusal());
        } else if (answer instanceof Granted<Consumer> opened) {
            SessionLogins.as(opened.value(), Faces.getRequest());
            Faces.redirect(LoginTarget.of(Faces.getRequest(), "/account/orders"));
        }
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
