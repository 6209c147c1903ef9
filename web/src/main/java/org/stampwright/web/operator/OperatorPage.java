package org.stampwright.web.operator;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.stampwright.postage.auditing.Overview;
import org.stampwright.postage.auditing.OverviewNow;
import org.stampwright.web.security.CurrentCaller;
import org.stampwright.web.storefront.Dollars;

/** The console's first page: how the vendor stands. */
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

    /** The account at the authority in words, also while the authority is silent. */
    public String getAccount() {
        return now.accountAtAuthority() == null ? "not to be had now" : Dollars.text(now.accountAtAuthority());
    }
}
