package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.stampwright.postage.comparison.HeadComparison;

/** Tells whether selling is stopped; every page of the shop and the console displays that. */
@Named
@RequestScoped
public class SellingNotice {

    @Inject
    private HeadComparison comparison;

    /** Returns the state that this instance last read, so that the error page of a silent database can show it too. */
    public boolean isStopped() {
        return comparison.isStopSeen();
    }
}
