package org.stampwright.web.handover;

import jakarta.ws.rs.ApplicationPath;
import org.stampwright.web.problem.ListedResources;

/** What instances say to each other, under {@code /internal}. */
@ApplicationPath("/internal")
public class HandoverApplication extends ListedResources {

    public HandoverApplication() {
        super(FrankResource.class);
    }
}
