package org.stampwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;

/** Finds the account of a login and password, for forms and for HTTP Basic. */
@ApplicationScoped
public class Passwords {

    private final Accounts accounts;

    protected Passwords() {
        this(null);
    }

    @Inject
    Passwords(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Refusals: unauthenticated, too-many-attempts. A login with a control character belongs to no account and is not
     * looked up, because the database rejects NUL.
     */
    public Answer<Caller> owner(AccountKind kind, String login, String password, String remoteAddress) {
        if (login != null && login.chars().anyMatch(Character::isISOControl)) {
            return Answer.refused(ProblemKind.UNAUTHENTICATED, "Login or password is wrong.");
        }
        return accounts.authenticate(kind, login, password, remoteAddress);
    }
}
