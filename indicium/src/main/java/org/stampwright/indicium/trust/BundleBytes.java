package org.stampwright.indicium.trust;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.PsdSerial;

/** The layout of a trust bundle: little-endian; lists are preceded by their length, certificates in DER by theirs. */
final class BundleBytes {

    private static final byte[] FORMAT = "SW-BNDL1".getBytes(StandardCharsets.US_ASCII);
    private static final int REVOCATION_LENGTH = 13;
    private static final int PIECE_LENGTH = 8;

    private BundleBytes() {}

    static byte[] of(TrustBundle bundle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(FORMAT);
        out.writeBytes(littleEndian(24)
                .putLong(bundle.number())
                .putLong(bundle.issuedAt().getEpochSecond())
                .putLong(bundle.nextUpdate().getEpochSecond())
                .array());
        write(out, bundle.signingCertificate());
        write(out, bundle.moduleCertificates().size());
        bundle.moduleCertificates().forEach(certificate -> write(out, certificate));
        write(out, bundle.revocations().size());
        for (Revocation revocation : bundle.revocations()) {
            out.writeBytes(littleEndian(REVOCATION_LENGTH)
                    .putInt((int) revocation.certificate().value())
                    .putLong(revocation.when().getEpochSecond())
                    .put((byte) revocation.reason().code())
                    .array());
        }
        write(out, bundle.voided().size());
        for (Piece piece : bundle.voided()) {
            out.writeBytes(littleEndian(PIECE_LENGTH)
                    .putInt((int) piece.psd().value())
                    .putInt((int) piece.pieceCount())
                    .array());
        }
        return out.toByteArray();
    }

    static TrustBundle read(byte[] bytes) {
        if (bytes.length < FORMAT.length || !Arrays.equals(bytes, 0, FORMAT.length, FORMAT, 0, FORMAT.length)) {
            throw new IllegalArgumentException("a trust bundle starts with SW-BNDL1");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(FORMAT.length);
        try {
            TrustBundle bundle = new TrustBundle(
                    in.getLong(),
                    instant(in),
                    instant(in),
                    certificate(in),
                    certificates(in),
                    revocations(in),
                    pieces(in));
            if (in.hasRemaining() || !Arrays.equals(of(bundle), bytes)) {
                throw new IllegalArgumentException("a trust bundle ends after its void list, which is in order");
            }
            return bundle;
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("the trust bundle is truncated", tooShort);
        }
    }

    private static List<X509Certificate> certificates(ByteBuffer in) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (int left = count(in, 1); left > 0; left--) {
            certificates.add(certificate(in));
        }
        return certificates;
    }

    private static List<Revocation> revocations(ByteBuffer in) {
        List<Revocation> revocations = new ArrayList<>();
        for (int left = count(in, REVOCATION_LENGTH); left > 0; left--) {
            revocations.add(new Revocation(
                    new CertificateSerial(Integer.toUnsignedLong(in.getInt())),
                    instant(in),
                    Revocation.Reason.ofCode(in.get())));
        }
        return revocations;
    }

    private static SortedSet<Piece> pieces(ByteBuffer in) {
        SortedSet<Piece> pieces = new TreeSet<>();
        for (int left = count(in, PIECE_LENGTH); left > 0; left--) {
            pieces.add(
                    new Piece(new PsdSerial(Integer.toUnsignedLong(in.getInt())), Integer.toUnsignedLong(in.getInt())));
        }
        return pieces;
    }

    private static X509Certificate certificate(ByteBuffer in) {
        byte[] der = new byte[count(in, 1)];
        in.get(der);
        return Certificates.read(der);
    }

    /** Reads the number of items with this many bytes each, and refuses more than the remaining bytes can hold. */
    private static int count(ByteBuffer in, int bytesEach) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / bytesEach) {
            throw new IllegalArgumentException("the trust bundle is truncated");
        }
        return count;
    }

    private static Instant instant(ByteBuffer in) {
        try {
            return Instant.ofEpochSecond(in.getLong());
        } catch (DateTimeException outOfRange) {
            throw new IllegalArgumentException("a time in the trust bundle is out of range", outOfRange);
        }
    }

    private static void write(ByteArrayOutputStream out, X509Certificate certificate) {
        byte[] der = Certificates.encode(certificate);
        write(out, der.length);
        out.writeBytes(der);
    }

    private static void write(ByteArrayOutputStream out, int number) {
        out.writeBytes(littleEndian(4).putInt(number).array());
    }

    private static ByteBuffer littleEndian(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
