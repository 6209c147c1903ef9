package org.stampwright.web.api;

import jakarta.ws.rs.ApplicationPath;
import org.stampwright.web.problem.ListedResources;

/** Receives the card company's events under {@code /webhooks}. */
@ApplicationPath("/webhooks")
public class WebhookApplication extends ListedResources {

    public WebhookApplication() {
        super(CardsResource.class);
    }
}
