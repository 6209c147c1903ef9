package org.stampwright.web.handover;

import jakarta.ws.rs.ApplicationPath;
import org.stampwright.web.problem.ListedResources;

/** Receives requests of other instances under {@code /internal}. */
@ApplicationPath("/internal")
public class HandoverApplication extends ListedResources {

    public HandoverApplication() {
        super(NodeResource.class);
    }
}
