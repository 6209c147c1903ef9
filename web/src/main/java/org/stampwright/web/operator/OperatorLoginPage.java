package org.stampwright.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.omnifaces.util.Faces;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.web.security.LoginTarget;
import org.stampwright.web.security.SessionLogins;
import org.stampwright.web.storefront.LoginForm;

/** The operator's login. */
@Named
@RequestScoped
public class OperatorLoginPage {

    @Inject
    private LoginForm form;

    /** Signs in and returns to the page that the operator had asked for. */
    public void enter() {
        if (form.signIn(AccountKind.OPERATOR, "login:password")) {
            Faces.redirect(LoginTarget.of(Faces.getRequest(), "/operator"));
        }
    }

    /** Signs out. */
    public void leave() {
        SessionLogins.operatorOut(Faces.getRequest());
        Faces.redirect("operator/login");
    }

    public LoginForm getForm() {
        return form;
    }
}
