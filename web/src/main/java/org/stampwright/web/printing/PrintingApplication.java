package org.stampwright.web.printing;

import jakarta.ws.rs.ApplicationPath;
import org.stampwright.web.problem.ListedResources;

/** Serves the print helper and the order page's buttons, under {@code /print}. */
@ApplicationPath("/print")
public class PrintingApplication extends ListedResources {

    public PrintingApplication() {
        super(TicketResource.class, HelperResource.class, PaperResource.class);
    }
}
