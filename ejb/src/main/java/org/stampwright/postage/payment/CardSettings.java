package org.stampwright.postage.payment;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address and key of the card company. Anything but the real company with a live key is for development only: an
 * instance that is not in development mode refuses to start with it.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class CardSettings {

    static final String REAL_COMPANY = "https://api.stripe.com";
    private static final String TEST_KEY = "sk_test_";
    private static final String RESTRICTED_TEST_KEY = "rk_test_";

    @Inject
    @ConfigProperty(name = "stampwright.cards.url", defaultValue = REAL_COMPANY)
    private String url;

    @Inject
    @ConfigProperty(name = "stampwright.cards.key")
    private String key;

    @Inject
    @ConfigProperty(name = "stampwright.cards.webhook-secret")
    private String webhookSecret;

    @Inject
    @ConfigProperty(name = "stampwright.public-url")
    private URI publicUrl;

    @Inject
    @ConfigProperty(name = "stampwright.development-mode", defaultValue = "false")
    private boolean developmentMode;

    public CardSettings() {}

    CardSettings(String url, String key, String webhookSecret, URI publicUrl, boolean developmentMode) {
        this.url = url;
        this.key = key;
        this.webhookSecret = webhookSecret;
        this.publicUrl = publicUrl;
        this.developmentMode = developmentMode;
    }

    @PostConstruct
    void refuseTestCardsInProduction() {
        boolean real = url.equals(REAL_COMPANY) && !key.startsWith(TEST_KEY) && !key.startsWith(RESTRICTED_TEST_KEY);
        if (!real && !developmentMode) {
            throw new IllegalStateException("stampwright.cards.url and stampwright.cards.key are not those of the real"
                    + " card company; that is for development only (stampwright.development-mode=true)");
        }
    }

    public String url() {
        return url;
    }

    public String key() {
        return key;
    }

    public String webhookSecret() {
        return webhookSecret;
    }

    /** Returns the address to which the card company returns a consumer, without a trailing slash. */
    public String publicUrl() {
        return publicUrl.toString().replaceAll("/+$", "");
    }
}
