package org.stampwright.nativecrypto;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;

/**
 * The provider that this JVM signs and checks with: Amazon Corretto's where it loads and passes its tests, otherwise
 * the JDK's own.
 *
 * <p>{@link #install} puts it in front of all others, so that code which names no provider uses it. An application that
 * is deployed a second time finds the provider of the first: it is loaded by a class loader of its own, which does not
 * end with an application, and which never loads the native library twice.
 */
public final class SignatureProvider {

    /** The name under which the JCA knows the native provider. */
    static final String NATIVE = "AmazonCorrettoCryptoProvider";

    private static SignatureProvider installed;

    private final Provider provider;
    private final String reason;

    private SignatureProvider(Provider provider, String reason) {
        this.provider = provider;
        this.reason = reason;
    }

    /** Installs the native provider at the first call if it is fit for use; later calls return the same. */
    public static synchronized SignatureProvider install() {
        if (installed == null) {
            installed = install(Platform.current());
        }
        return installed;
    }

    static SignatureProvider install(Platform platform) {
        try {
            Provider present = Security.getProvider(NATIVE);
            Provider provider = present != null ? present : NativeLoader.load(platform);
            KnownAnswers.check(provider);
            Security.insertProviderAt(provider, 1);
            return new SignatureProvider(Security.getProvider(NATIVE), null);
        } catch (UnfitProvider unfit) {
            Security.removeProvider(NATIVE);
            return new SignatureProvider(null, unfit.getMessage());
        }
    }

    /** Returns the native provider; empty where the JDK's own are in use. */
    public Optional<Provider> nativeProvider() {
        return Optional.ofNullable(provider);
    }

    /** Returns which provider signs and checks, and why if it is not the native one. */
    @Override
    public String toString() {
        return provider == null
                ? "the JDK's own provider signs and checks: " + reason
                : provider.getName() + " " + provider.getVersionStr() + " signs and checks";
    }
}
