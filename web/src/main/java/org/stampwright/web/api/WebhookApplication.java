package org.stampwright.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.stampwright.web.problem.ProblemMappers;

import java.util.HashSet;
import java.util.Set;

/** Where the card company tells that something happened, under {@code /webhooks}. */
@ApplicationPath("/webhooks")
public class WebhookApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        var classes = new HashSet<Class<?>>(ProblemMappers.ALL);
        classes.add(CardsResource.class);
        return classes;
    }
}
