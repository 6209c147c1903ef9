package org.stampwright.web.storefront;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.stampwright.postage.comparison.HeadComparison;

/** Whether selling is stopped, which every page of the shop and the console then says. */
@Named
@RequestScoped
public class SellingNotice {

    @Inject
    private HeadComparison comparison;

    /** As this instance last saw it, so that a page that tells of a silent database can say it too. */
    public boolean isStopped() {
        return comparison.isStopSeen();
    }
}
