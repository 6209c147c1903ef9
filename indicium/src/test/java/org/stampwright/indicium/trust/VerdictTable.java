package org.stampwright.indicium.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import org.stampwright.indicium.Algorithm;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.ContentBuilder;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Sample;
import org.stampwright.indicium.SignedIndicium;

/** Wrote the files of {@code golden/verdicts} once; run it again, with their folder, only to add rows. */
final class VerdictTable {

    private static final Instant THEN = Instant.parse("2026-11-23T12:00:00Z");
    private static final long A_DAY = 86_400;
    private static final String SUBJECT = "CN=ss1,O=Licence 700001";

    private final TestAuthority authority = new TestAuthority();
    private final KeyPair module = P256.newKeyPair(new SecureRandom());
    private final X509Certificate certificate = authority.certify(1001, module.getPublic(), SUBJECT);
    private final StringBuilder table = new StringBuilder();
    private final Path folder;

    private VerdictTable(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] folder) throws IOException {
        new VerdictTable(Path.of(folder[0])).write();
    }

    private void write() throws IOException {
        Files.createDirectories(folder);
        save("root.der", Certificates.encode(authority.root()));
        save("other-root.der", Certificates.encode(new TestAuthority().root()));
        writeBundles();
        byte[] stamp = signed(Sample.content());
        row("a certified module", "root.der", "bundle.bin", 60, stamp, "genuine");
        row("wrong root", "other-root.der", "bundle.bin", 60, stamp, "unknown");
        row("no bundle", "root.der", "-", 60, stamp, "unknown");
        row("stale bundle", "root.der", "bundle.bin", 86_400, stamp, "unknown");
        row("clock behind the bundle", "root.der", "bundle.bin", -301, stamp, "unknown");
        row("clock a little behind", "root.der", "bundle.bin", -300, stamp, "genuine");
        row("altered bundle", "root.der", "altered.bin", 60, stamp, "unknown");
        row("voided", "root.der", "voided.bin", 60, stamp, "voided");
        row("compromised", "root.der", "compromised.bin", 60, stamp, "ask-the-desk");
        row("compromised and voided", "root.der", "compromised-voided.bin", 60, stamp, "ask-the-desk");
        row("franked 400 days before", "root.der", "later.bin", 60 + 400 * A_DAY, stamp, "genuine");
        row("franked 401 days before", "root.der", "much-later.bin", 60 + 401 * A_DAY, stamp, "ask-the-desk");
        row("superseded later", "root.der", "superseded.bin", 60, stamp, "genuine");
        row("certificate for seals", "root.der", "seal.bin", 60, stamp, "unknown");
        row("certificate names a licence above 32 bits", "root.der", "licence.bin", 60, stamp, "genuine");
        writeStamps(stamp);
        Files.writeString(folder.resolve("table.csv"), table);
    }

    private void writeBundles() throws IOException {
        Piece piece = new Piece(Sample.content().build().psdSerial(), 1);
        save("bundle.bin", bundle(certificate, List.of(), List.of()));
        save("voided.bin", bundle(certificate, List.of(), List.of(piece)));
        save("compromised.bin", bundle(certificate, revoked(Revocation.Reason.COMPROMISED), List.of()));
        save("compromised-voided.bin", bundle(certificate, revoked(Revocation.Reason.COMPROMISED), List.of(piece)));
        save("superseded.bin", bundle(certificate, revoked(Revocation.Reason.SUPERSEDED), List.of()));
        save("later.bin", bundle(THEN.plusSeconds(400 * A_DAY), certificate, List.of(), List.of()));
        save("much-later.bin", bundle(THEN.plusSeconds(401 * A_DAY), certificate, List.of(), List.of()));
        save("seal.bin", bundle(authority.certify(1001, module.getPublic(), KeyUse.SEAL), List.of(), List.of()));
        save(
                "licence.bin",
                bundle(authority.certify(1001, module.getPublic(), "O=Licence 4294967296"), List.of(), List.of()));
        byte[] altered = bundle(certificate, List.of(), List.of());
        altered[8]++;
        save("altered.bin", altered);
    }

    private void writeStamps(byte[] stamp) {
        for (int at : new int[] {19, 80, 130}) {
            byte[] changed = stamp.clone();
            changed[at]++;
            row("byte " + at + " changed", "root.der", "bundle.bin", 60, changed, "forged");
        }
        byte[] specimen = Sample.content().build().specimen().encode();
        row("specimen", "root.der", "bundle.bin", 60, specimen, "specimen");
        row("specimen without a bundle", "root.der", "-", 60, specimen, "specimen");
        row("another licence", signed(Sample.content().licence(new LicenceNumber(7))), "forged");
        row("piece 0", signed(Sample.content().pieceCount(0)), "forged");
        row("DSA", signed(Sample.content().algorithm(Algorithm.DSA)), "forged");
        row("certificate 9", signed(Sample.content().certificateSerial(new CertificateSerial(9))), "unknown");
        row("before the certificate", signed(Sample.content().frankedOn(LocalDate.of(2025, 12, 31))), "ask-the-desk");
        row("historic", new byte[89], "unknown");
        row("cut off", new byte[] {(byte) 0x81, 3}, "unknown");
    }

    private static List<Revocation> revoked(Revocation.Reason reason) {
        return List.of(new Revocation(new CertificateSerial(1001), THEN, reason));
    }

    private byte[] bundle(X509Certificate one, List<Revocation> revocations, List<Piece> voided) {
        return bundle(THEN, one, revocations, voided);
    }

    private byte[] bundle(Instant issued, X509Certificate one, List<Revocation> revocations, List<Piece> voided) {
        TrustBundle bundle = new TrustBundle(
                42,
                issued,
                issued.plusSeconds(A_DAY),
                authority.signingCertificate(),
                List.of(one),
                revocations,
                new TreeSet<>(voided));
        return new SignedTrustBundle(bundle, authority.sign(bundle.encode())).encode();
    }

    private byte[] signed(ContentBuilder builder) {
        IndiciumContent content = builder.build();
        return new SignedIndicium(content, P256.sign(module.getPrivate(), content.encode())).encode();
    }

    private void row(String about, byte[] stamp, String verdict) {
        row(about, "root.der", "bundle.bin", 60, stamp, verdict);
    }

    private void row(String about, String root, String bundle, long after, byte[] stamp, String verdict) {
        table.append(String.join(
                        ",",
                        about,
                        root,
                        bundle,
                        Long.toString(THEN.getEpochSecond() + after),
                        HexFormat.of().formatHex(stamp),
                        verdict))
                .append('\n');
    }

    private void save(String name, byte[] bytes) throws IOException {
        Files.write(folder.resolve(name), bytes);
    }
}
