package org.stampwright.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.stampwright.vendor.account.AccountKind;
import org.stampwright.vendor.account.Accounts;
import org.stampwright.vendor.account.Caller;
import org.stampwright.vendor.refusal.Granted;
import org.stampwright.vendor.refusal.Refused;
import org.stampwright.web.security.SignedIn;
import org.stampwright.web.security.WayBack;
import org.stampwright.web.storefront.Complaints;

/** The operator's login. */
@Named
@RequestScoped
public class OperatorLoginPage {

    @Inject
    private Accounts accounts;

    private String login;
    private String password;

    public void enter() {
        var answer = accounts.authenticate(AccountKind.OPERATOR, login, password, Faces.getRequest().getRemoteAddr());
        if (answer instanceof Refused<Caller> refused) {
            Complaints.show("login:password", refused.refusal());
            return;
        }
        SignedIn.as(((Granted<Caller>) answer).value(), Faces.getRequest());
        Faces.redirect(WayBack.of(Faces.getRequest(), "/operator"));
    }

    public void leave() {
        SignedIn.out(Faces.getRequest());
        Faces.redirect("operator/login");
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
