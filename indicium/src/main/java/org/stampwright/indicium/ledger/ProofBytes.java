package org.stampwright.indicium.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.Sha256;

/** The layout of a proof: little-endian; lists are preceded by their length, certificates in DER by theirs. */
final class ProofBytes {

    private static final byte[] UNBOUND = "SW-PROF1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOUND = "SW-PROF2".getBytes(StandardCharsets.US_ASCII);

    private ProofBytes() {}

    static byte[] of(Proof proof) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FrankedPiece piece = proof.piece();
        out.writeBytes(piece.binding().isPresent() ? BOUND : UNBOUND);
        out.writeBytes(piece.content().encode());
        piece.binding().ifPresent(out::writeBytes);
        write(out, proof.batchHashes().size());
        proof.batchHashes().forEach(out::writeBytes);
        write(out, proof.entries().size());
        proof.entries().forEach(entry -> out.writeBytes(entry.encode()));
        out.writeBytes(proof.receipt().encode());
        write(out, proof.sealCertificates().size());
        proof.sealCertificates().forEach(certificate -> write(out, certificate));
        write(out, proof.signingCertificate());
        return out.toByteArray();
    }

    static Proof read(byte[] bytes) {
        boolean bound = startsWith(bytes, BOUND);
        if (!bound && !startsWith(bytes, UNBOUND)) {
            throw new IllegalArgumentException("a proof starts with SW-PROF1 or SW-PROF2");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(BOUND.length);
        try {
            Proof proof = new Proof(
                    piece(in, bound),
                    hashes(in),
                    entries(in),
                    SignedReceipt.decode(take(in, SignedReceipt.LENGTH)),
                    certificates(in),
                    certificate(in));
            if (in.hasRemaining() || !Arrays.equals(of(proof), bytes)) {
                throw new IllegalArgumentException("a proof ends after its last certificate");
            }
            return proof;
        } catch (BufferUnderflowException tooShort) {
            throw new IllegalArgumentException("the proof is truncated", tooShort);
        }
    }

    private static boolean startsWith(byte[] bytes, byte[] format) {
        return bytes.length >= format.length && Arrays.equals(bytes, 0, format.length, format, 0, format.length);
    }

    private static FrankedPiece piece(ByteBuffer in, boolean bound) {
        IndiciumContent content = IndiciumContent.decode(take(in, IndiciumContent.LENGTH));
        return new FrankedPiece(content, bound ? Optional.of(take(in, Sha256.LENGTH)) : Optional.empty());
    }

    private static List<byte[]> hashes(ByteBuffer in) {
        List<byte[]> hashes = new ArrayList<>();
        for (int left = count(in, Sha256.LENGTH); left > 0; left--) {
            hashes.add(take(in, Sha256.LENGTH));
        }
        return hashes;
    }

    private static List<SealedEntry> entries(ByteBuffer in) {
        List<SealedEntry> entries = new ArrayList<>();
        for (int left = count(in, SealedEntry.LENGTH); left > 0; left--) {
            entries.add(SealedEntry.decode(take(in, SealedEntry.LENGTH)));
        }
        return entries;
    }

    private static List<X509Certificate> certificates(ByteBuffer in) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (int left = count(in, 1); left > 0; left--) {
            certificates.add(certificate(in));
        }
        return certificates;
    }

    private static X509Certificate certificate(ByteBuffer in) {
        return Certificates.read(take(in, count(in, 1)));
    }

    /** Reads the number of items with this many bytes each, and refuses more than the remaining bytes can hold. */
    private static int count(ByteBuffer in, int bytesEach) {
        int count = in.getInt();
        if (count < 0 || count > in.remaining() / bytesEach) {
            throw new IllegalArgumentException("the proof is truncated");
        }
        return count;
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static void write(ByteArrayOutputStream out, X509Certificate certificate) {
        byte[] der = Certificates.encode(certificate);
        write(out, der.length);
        out.writeBytes(der);
    }

    private static void write(ByteArrayOutputStream out, int number) {
        out.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array());
    }
}
