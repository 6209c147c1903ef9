package org.stampwright.postage.container;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.protocol.LyingAuthority;
import org.stampwright.protocol.LyingPeer.Manner;
import org.stampwright.protocol.LyingPeer.Told;

/**
 * The business as a WAR for the application server, with a database of its own. The authority answers 503 to every
 * signed request, and has published a trust bundle from the second request for it on. No server listens at the address
 * of the card company.
 */
public final class Deployed {

    private static final Pattern LIBRARIES = Pattern.compile(
            "(postgresql|caffeine|jdbi3-core|geantyref|slf4j-api|bcprov|bcpkix|bcutil|stripe-java|nimbus-jose-jwt|gson"
                    + "|assertj-core|byte-buddy|awaitility|hamcrest)"
                    + "-.*\\.jar");
    private static final Pattern OUR_MODULES =
            Pattern.compile(".*/(indicium|protocol|audit|native-crypto)/target/(classes|.*\\.jar)");

    private Deployed() {}

    public static WebArchive war() {
        try {
            Path folder = Files.createTempDirectory("deployed");
            WebArchive war = ShrinkWrap.create(WebArchive.class, "vendor.war")
                    .addPackages(true, name -> !name.get().contains("IT$"), "org.stampwright.postage")
                    .addAsResource(new File("src/main/resources/META-INF/persistence.xml"), "META-INF/persistence.xml")
                    .addAsWebInfResource(new File("src/main/resources/META-INF/beans.xml"), "beans.xml")
                    .addAsResource(new StringAsset(settings(folder)), "META-INF/microprofile-config.properties");
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(File::new)
                    .forEach(entry -> add(war, entry));
            return war;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(WebArchive war, File entry) {
        if (LIBRARIES.matcher(entry.getName()).matches()) {
            war.addAsLibrary(entry);
        } else if (OUR_MODULES.matcher(entry.getPath()).matches()) {
            if (entry.isDirectory()) {
                war.addAsLibrary(ShrinkWrap.create(org.jboss.shrinkwrap.api.importer.ExplodedImporter.class)
                        .importDirectory(entry)
                        .as(org.jboss.shrinkwrap.api.spec.JavaArchive.class));
            } else {
                war.addAsLibrary(entry);
            }
        }
    }

    private static String settings(Path folder) throws IOException {
        PGSimpleDataSource database = Database.create();
        Properties settings = new Properties();
        settings.setProperty("stampwright.db.url", database.getURL());
        settings.setProperty("stampwright.db.app.user", "stampwright_app");
        settings.setProperty("stampwright.db.app.password", "none");
        settings.setProperty("stampwright.db.audit.user", "stampwright_audit");
        settings.setProperty("stampwright.db.audit.password", "none");
        settings.setProperty("stampwright.instance.name", "alder");
        settings.setProperty("stampwright.instance.address", "http://127.0.0.1:1");
        settings.setProperty("stampwright.instance.folder", folder.toString());
        settings.setProperty("stampwright.development-mode", "true");
        settings.setProperty("stampwright.module.password", "secret");
        settings.setProperty("stampwright.cards.url", "http://127.0.0.1:1");
        settings.setProperty("stampwright.cards.key", "sk_test_1");
        settings.setProperty("stampwright.cards.webhook-secret", "whsec_1");
        settings.setProperty("stampwright.public-url", "http://127.0.0.1:1");
        settings.putAll(authority().settings(folder));
        StringWriter text = new StringWriter();
        settings.store(text, null);
        return text.toString();
    }

    /** Returns an authority that runs as long as the tests. */
    private static LyingAuthority authority() {
        LyingAuthority authority = new LyingAuthority();
        authority.tells(503, "{}");
        byte[] bundle = authority.keys().bundle(1, Instant.now(), authority.keys());
        authority.serves(LyingAuthority.TRUST_BUNDLE, Told.of(503, ""), new Told(200, Map.of(), bundle, Manner.WHOLE));
        return authority;
    }
}
