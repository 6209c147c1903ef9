package org.stampwright.nativecrypto;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.Provider;

/**
 * Loads the native provider from the jar for this platform, a resource of this module. Its class loader is never closed
 * and sees nothing but the JDK, so the provider outlives the application that loaded it.
 */
final class NativeLoader {

    private static final String PROVIDER = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

    private NativeLoader() {}

    /** @throws UnfitProvider if there is no provider for this platform, or it does not load */
    static Provider load(Platform platform) throws UnfitProvider {
        try (InputStream jar = NativeLoader.class.getResourceAsStream(platform.jar())) {
            if (jar == null) {
                throw new UnfitProvider("this program has no native provider for " + platform);
            }
            Path copy = Files.createTempFile("native-provider", ".jar");
            try {
                Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
                return load(copy);
            } finally {
                // The class loader keeps the file open and so can load further classes from it.
                Files.delete(copy);
            }
        } catch (IOException | ReflectiveOperationException | LinkageError fault) {
            throw new UnfitProvider("the native provider did not load", fault);
        }
    }

    /** Its thread inherits the context class loader, which must not be an application's. */
    private static Provider load(Path jar) throws IOException, ReflectiveOperationException, UnfitProvider {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader platform = ClassLoader.getPlatformClassLoader();
        thread.setContextClassLoader(platform);
        try {
            // Never closed: see above.
            URLClassLoader classes = new URLClassLoader(new URL[] {jar.toUri().toURL()}, platform);
            Class<?> type = Class.forName(PROVIDER, true, classes);
            Provider provider = (Provider) type.getField("INSTANCE").get(null);
            Object error = type.getMethod("getLoadingError").invoke(provider);
            if (error != null) {
                throw new UnfitProvider("the native library did not load (" + error + ")");
            }
            return provider;
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
