package org.stampwright.postage.container;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Properties;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.indicium.trust.P256;

/**
 * The business as a WAR for the application server, with a database of its own. No server listens at the addresses of
 * the authority and the card company.
 */
public final class Deployed {

    private static final Pattern LIBRARIES = Pattern.compile(
            "(postgresql|jdbi3-core|geantyref|slf4j-api|bcprov|bcpkix|bcutil|stripe-java|nimbus-jose-jwt|gson|assertj-core|byte-buddy|awaitility|hamcrest)"
                    + "-.*\\.jar");
    private static final Pattern OUR_MODULES =
            Pattern.compile(".*/(indicium|protocol|audit)/target/(classes|.*\\.jar)");

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
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
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

    private static String settings(Path folder)
            throws IOException, GeneralSecurityException, OperatorCreationException {
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
        settings.setProperty("stampwright.authority.url", "http://127.0.0.1:1");
        settings.setProperty("stampwright.enrolment.key-id", "test");
        settings.setProperty("stampwright.auditor.key-id", "test");
        settings.setProperty("stampwright.cards.url", "http://127.0.0.1:1");
        settings.setProperty("stampwright.cards.key", "sk_test_1");
        settings.setProperty("stampwright.cards.webhook-secret", "whsec_1");
        settings.setProperty("stampwright.public-url", "http://127.0.0.1:1");
        KeyPair key = P256.newKeyPair(new SecureRandom());
        Path keyFile =
                write(folder.resolve("key.pem"), "PRIVATE KEY", key.getPrivate().getEncoded());
        settings.setProperty("stampwright.enrolment.key", keyFile.toString());
        settings.setProperty("stampwright.auditor.key", keyFile.toString());
        settings.setProperty(
                "stampwright.authority.root",
                write(folder.resolve("root.pem"), "CERTIFICATE", root(key)).toString());
        StringWriter text = new StringWriter();
        settings.store(text, null);
        return text.toString();
    }

    private static byte[] root(KeyPair key) throws GeneralSecurityException, OperatorCreationException {
        X500Name name = new X500Name("CN=An authority that is not there");
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now),
                                Date.from(now.plus(Duration.ofDays(1))),
                                name,
                                key.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(key.getPrivate())))
                .getEncoded();
    }

    private static Path write(Path file, String label, byte[] bytes) throws IOException {
        return Files.writeString(
                file,
                "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(bytes) + "\n-----END "
                        + label + "-----\n");
    }
}
