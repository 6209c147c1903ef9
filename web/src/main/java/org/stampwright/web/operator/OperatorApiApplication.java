package org.stampwright.web.operator;

import jakarta.ws.rs.ApplicationPath;
import org.stampwright.web.problem.ListedResources;

/** The operator's interface for programs, under {@code /operator/api}. */
@ApplicationPath("/operator/api")
public class OperatorApiApplication extends ListedResources {

    public OperatorApiApplication() {
        super(ImportResource.class, ConsoleResource.class);
    }
}
