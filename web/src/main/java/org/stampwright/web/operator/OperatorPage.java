package org.stampwright.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.stampwright.postage.auditing.Overview;
import org.stampwright.postage.auditing.OverviewNow;
import org.stampwright.web.security.CurrentCaller;
import org.stampwright.web.storefront.Dollars;

/** The console's first page: the vendor's key figures. */
@Named
@RequestScoped
public class OperatorPage {

    @Inject
    private Overview overview;

    @Inject
    private CurrentCaller caller;

    private OverviewNow now;

    @PostConstruct
    void read() {
        now = overview.now(caller.operator());
    }

    public OverviewNow getNow() {
        return now;
    }

    /** Returns the account's balance at the authority, or a text while the authority does not respond. */
    public String getAccount() {
        return now.accountAtAuthority() == null ? "not available now" : Dollars.text(now.accountAtAuthority());
    }
}
