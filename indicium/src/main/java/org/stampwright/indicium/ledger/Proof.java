package org.stampwright.indicium.ledger;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.Sha256;

/**
 * Proof that a piece is recorded in a ledger that the authority has: the hashes of its batch, the sealed entries from
 * the one that franked it to the one that the receipt names, and the receipt. It requires trust only in the authority's
 * root.
 *
 * @param piece the content of its indicium, and the binding to its order unless the entry is of format version 1
 * @param batchHashes hash of each piece of its batch, in the order of their piece counts
 * @param entries from the one that franked it to the one that the receipt covers
 * @param receipt the authority's
 * @param sealCertificates of the keys that sealed the entries
 * @param signingCertificate of the key that signed the receipt
 */
public record Proof(
        FrankedPiece piece,
        List<byte[]> batchHashes,
        List<SealedEntry> entries,
        SignedReceipt receipt,
        List<X509Certificate> sealCertificates,
        X509Certificate signingCertificate) {

    /** @throws IllegalArgumentException if there is no entry, or a hash does not have 32 bytes */
    public Proof {
        Objects.requireNonNull(piece, "piece");
        Objects.requireNonNull(receipt, "receipt");
        Objects.requireNonNull(signingCertificate, "signing certificate");
        batchHashes = batchHashes.stream().map(byte[]::clone).toList();
        entries = List.copyOf(entries);
        sealCertificates = List.copyOf(sealCertificates);
        if (entries.isEmpty() || batchHashes.stream().anyMatch(hash -> hash.length != Sha256.LENGTH)) {
            throw new IllegalArgumentException("a proof has at least one entry, and hashes of 32 bytes");
        }
    }

    /** Returns copies. */
    @Override
    public List<byte[]> batchHashes() {
        return batchHashes.stream().map(byte[]::clone).toList();
    }

    /** Returns why the proof is rejected, given the authority's root; empty if it is valid. */
    public Optional<String> objection(X509Certificate root) {
        return objectionToBatch()
                .or(this::objectionToChain)
                .or(() -> entries.stream()
                        .map(entry -> objectionToSeal(entry, root))
                        .flatMap(Optional::stream)
                        .findFirst())
                .or(() -> objectionToReceipt(root));
    }

    private Optional<String> objectionToBatch() {
        LedgerEntry franking = entries.get(0).entry();
        PsdSerial psd = piece.content().psdSerial();
        if (franking.kind() != Kind.FRANKED || !franking.psd().equals(psd)) {
            return Optional.of("its first entry does not frank for PSD " + psd);
        }
        boolean binds = franking.formatVersion() > LedgerEntry.OLDEST_FORMAT_VERSION;
        if (binds != piece.binding().isPresent()) {
            return Optional.of(
                    binds
                            ? "it does not bind the piece to an order, as entry " + franking.number() + " does"
                            : "it binds the piece to an order, but entry " + franking.number() + " does not");
        }
        if (batchHashes.size() != franking.pieces()
                || !Arrays.equals(LedgerEntry.contentsHashOf(batchHashes), franking.contentsHash())) {
            return Optional.of("the hashes of the batch are not those of entry " + franking.number());
        }
        long place = piece.content().pieceCount() - (franking.pieceCount() - franking.pieces()) - 1;
        boolean inBatch = place >= 0
                && place < batchHashes.size()
                && Arrays.equals(batchHashes.get((int) place), piece.hash(franking.formatVersion()));
        return inBatch ? Optional.empty() : Optional.of("the piece is not in the batch of entry " + franking.number());
    }

    private Optional<String> objectionToChain() {
        for (int i = 1; i < entries.size(); i++) {
            LedgerEntry before = entries.get(i - 1).entry();
            LedgerEntry after = entries.get(i).entry();
            if (after.number() != before.number() + 1 || !Arrays.equals(after.previousHash(), before.hash())) {
                return Optional.of("entry " + after.number() + " does not follow entry " + before.number());
            }
        }
        return Optional.empty();
    }

    private Optional<String> objectionToSeal(SealedEntry sealed, X509Certificate root) {
        CertificateSerial serial = sealed.entry().sealCertificate();
        Optional<X509Certificate> certificate = sealCertificates.stream()
                .filter(candidate ->
                        Certificates.serial(candidate).filter(serial::equals).isPresent())
                .findFirst();
        if (certificate.isEmpty()) {
            return Optional.of("certificate " + serial + " of a seal is missing");
        }
        Optional<String> objection = Certificates.objection(certificate.get(), KeyUse.SEAL, root);
        if (objection.isPresent()) {
            return objection.map(why -> "certificate " + serial + " of a seal: " + why);
        }
        return sealed.isSealedBy(certificate.get().getPublicKey())
                ? Optional.empty()
                : Optional.of("the seal of entry " + sealed.entry().number() + " is broken");
    }

    private Optional<String> objectionToReceipt(X509Certificate root) {
        Optional<String> objection = Certificates.objection(signingCertificate, KeyUse.AUTHORITY_SIGNING, root);
        if (objection.isPresent()) {
            return objection.map(why -> "certificate of the receipt: " + why);
        }
        if (!Certificates.isValidAt(signingCertificate, receipt.receipt().issuedAt())) {
            return Optional.of("the certificate of the receipt was not valid when the receipt was issued");
        }
        if (!receipt.isSignedBy(signingCertificate.getPublicKey())) {
            return Optional.of("the receipt is not signed by the authority");
        }
        return receipt.receipt().covers(entries.get(entries.size() - 1).entry())
                ? Optional.empty()
                : Optional.of("the receipt does not cover the last entry");
    }

    /** Returns the file's bytes. */
    public byte[] encode() {
        return ProofBytes.of(this);
    }

    /** @throws IllegalArgumentException naming the error */
    public static Proof decode(byte[] bytes) {
        return ProofBytes.read(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Proof that && Arrays.equals(encode(), that.encode());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encode());
    }
}
