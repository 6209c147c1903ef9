package org.stampwright.web.storefront;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.omnifaces.util.Faces;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.web.security.Passwords;
import org.stampwright.web.security.SignedIn;

/** What the fields of a login hold, and signing in by them. */
@Dependent
public class LoginForm {

    @Inject
    private Passwords passwords;

    private String login;
    private String password;

    /** Signs in whose login and password these are; else says at this field of the page what is wrong. */
    public boolean signIn(AccountKind kind, String field) {
        var answer = passwords.owner(kind, login, password, Faces.getRequest().getRemoteAddr());
        if (answer instanceof Refused<Caller> refused) {
            Complaints.show(field, refused.refusal());
            return false;
        }
        SignedIn.as(((Granted<Caller>) answer).value(), Faces.getRequest());
        return true;
    }

    public String getLogin() {
        return login;
    }

    public void setLogin(String login) {
        this.login = login;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
