package org.stampwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;

/** Whose login and password these are, wherever they were typed. */
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
     * Refusals: unauthenticated, too-many-attempts. A login with a control character is nobody's, and the database is not
     * asked for it: it takes no NUL.
     */
    public Answer<Caller> owner(AccountKind kind, String login, String password, String remoteAddress) {
        if (login != null && login.chars().anyMatch(Character::isISOControl)) {
            return Answer.refused(ProblemKind.UNAUTHENTICATED, "Login or password is wrong.");
        }
        return accounts.authenticate(kind, login, password, remoteAddress);
    }
}
