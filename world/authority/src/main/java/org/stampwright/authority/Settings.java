package org.stampwright.authority;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The authority's settings from MicroProfile Config; the database is configured in {@code web.xml}. */
@ApplicationScoped
public class Settings {

    private final Config config = ConfigProvider.getConfig();

    /** Returns the folder of the authority's own keys and their certificates. */
    public Path folder() {
        return Path.of(needed("authority.folder"));
    }

    public String adminPassword() {
        return needed("authority.admin-password");
    }

    public String deskKey() {
        return needed("authority.desk-key");
    }

    /** Returns whether callers may inject faults; false unless a tester enabled it. */
    public boolean testControls() {
        return config.getOptionalValue("authority.test-controls", Boolean.class).orElse(false);
    }

    private String needed(String key) {
        return config.getOptionalValue(key, String.class)
                .orElseThrow(() -> new IllegalStateException("the setting " + key + " is missing"));
    }
}
