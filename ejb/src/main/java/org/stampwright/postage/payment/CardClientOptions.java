package org.stampwright.postage.payment;

import com.stripe.net.Authenticator;
import com.stripe.net.BearerTokenAuthenticator;
import com.stripe.net.StripeResponseGetterOptions;
import java.net.PasswordAuthentication;
import java.net.Proxy;

/** The options of the card company's client: one address, one key, no retry; {@link CardHttp} sets the limits. */
final class CardClientOptions extends StripeResponseGetterOptions {

    private final Authenticator authenticator;
    private final String address;

    CardClientOptions(CardSettings settings) {
        this.authenticator = new BearerTokenAuthenticator(settings.key());
        this.address = settings.url();
    }

    @Override
    public Authenticator getAuthenticator() {
        return authenticator;
    }

    @Override
    public String getApiBase() {
        return address;
    }

    @Override
    public String getFilesBase() {
        return address;
    }

    @Override
    public String getConnectBase() {
        return address;
    }

    @Override
    public String getMeterEventsBase() {
        return address;
    }

    @Override
    public int getMaxNetworkRetries() {
        return 0;
    }

    @Override
    public int getConnectTimeout() {
        return 0;
    }

    @Override
    public int getReadTimeout() {
        return 0;
    }

    @Override
    public String getClientId() {
        return null;
    }

    @Override
    public Proxy getConnectionProxy() {
        return null;
    }

    @Override
    public PasswordAuthentication getProxyCredential() {
        return null;
    }

    @Override
    public String getStripeAccount() {
        return null;
    }

    @Override
    public String getStripeContext() {
        return null;
    }
}
