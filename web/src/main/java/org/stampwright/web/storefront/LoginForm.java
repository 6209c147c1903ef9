package org.stampwright.web.storefront;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.omnifaces.util.Faces;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.web.security.Passwords;
import org.stampwright.web.security.SessionLogins;

/** The fields of a login form, and the login itself. */
@Dependent
public class LoginForm {

    @Inject
    private Passwords passwords;

    private String login;
    private String password;

    /** Signs in with the login and password, or shows the error at this field of the page. */
    public boolean signIn(AccountKind kind, String field) {
        return passwords
                .owner(kind, login, password, Faces.getRequest().getRemoteAddr())
                .fold(
                        owner -> {
                            SessionLogins.as(owner, Faces.getRequest());
                            return true;
                        },
                        refusal -> {
                            RefusalMessages.show(field, refusal);
                            return false;
                        });
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
