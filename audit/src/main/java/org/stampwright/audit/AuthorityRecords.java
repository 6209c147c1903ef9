package org.stampwright.audit;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.stampwright.indicium.trust.SignedTrustBundle;

/**
 * The authority's own records of this vendor, read through its signed interface with the auditor's key, which permits
 * reading only.
 *
 * @param root      the authority's root certificate
 * @param bundle    the newest trust bundle, checked against the root
 * @param devices   by PSD serial number
 * @param downloads by the id that the vendor chose
 * @param voids     by the id that the vendor chose
 */
public record AuthorityRecords(
        X509Certificate root,
        SignedTrustBundle bundle,
        Map<Long, Device> devices,
        Map<String, Download> downloads,
        Map<String, Void> voids) {

    /** Decisions of up to this long before the checkpoint are read again: they may have reached the vendor after it. */
    private static final Duration DECIDED_WITHIN = Duration.ofMinutes(20);

    public AuthorityRecords {
        devices = Map.copyOf(devices);
        downloads = Map.copyOf(downloads);
        voids = Map.copyOf(voids);
    }

    /** A PSD as the authority knows it; money in mills. */
    public record Device(
            long serial, long headNumber, String headHash, long ascending, long fundsAdded, long pieceCount) {}

    /** A postage value download; {@code state} is {@code granted} or {@code refused}. */
    public record Download(String id, long psd, long amount, String state) {}

    /** A void; {@code state} is {@code voided} or {@code refused}. */
    public record Void(String id, long psd, long pieceCount, String state) {}

    /** The access to the authority: its address, the keys that sign its answers, and the auditor's key. */
    public record Access(
            URI base, X509Certificate root, String keyId, PrivateKey key, Clock clock, SecureRandom random) {}

    /**
     * Reads the PSDs, and the downloads and voids: all of them in a recount; after a checkpoint those that the
     * authority decided since, and those that the vendor closed since.
     *
     * @throws IOException          if the authority does not answer, or its answer is not signed by it or is malformed
     * @throws InterruptedException if the thread is interrupted
     */
    static AuthorityRecords read(Access access, Opening opening) throws IOException, InterruptedException {
        try {
            return readAll(new AuthoritySession(access), opening, access.root());
        } catch (JsonException
                | IllegalArgumentException
                | ClassCastException
                | NullPointerException
                | NoSuchElementException
                | ArithmeticException unclear) {
            throw new IOException("the authority's answer cannot be understood: " + unclear.getMessage(), unclear);
        }
    }

    private static AuthorityRecords readAll(AuthoritySession session, Opening opening, X509Certificate root)
            throws IOException, InterruptedException {
        Optional<Instant> since = opening.since().map(known -> known.at().minus(DECIDED_WITHIN));
        Map<Long, Device> devices = new HashMap<>();
        Map<String, Download> downloads = new HashMap<>();
        for (JsonObject json : session.list("/v1/psds")) {
            Device device = device(json);
            devices.put(device.serial(), device);
            for (JsonObject download : session.pages(downloads(device.serial()), since)) {
                downloads.put(download.getString("id"), download(device.serial(), download));
            }
        }
        Map<String, Void> voids = new HashMap<>();
        for (JsonObject json : session.pages("/v1/voids", since)) {
            voids.put(json.getString("id"), voided(json));
        }
        if (since.isPresent()) {
            addWhatWasDecidedEarlier(session, opening, downloads, voids);
        }
        return new AuthorityRecords(root, session.bundle(), devices, downloads, voids);
    }

    /** An answer that was lost is asked for again, and closes the row long after the authority decided. */
    private static void addWhatWasDecidedEarlier(
            AuthoritySession session, Opening opening, Map<String, Download> downloads, Map<String, Void> voids)
            throws IOException, InterruptedException {
        for (FundingRow ours : opening.fundings()) {
            if (!ours.isOpen() && !downloads.containsKey(ours.id())) {
                session.one(downloads(ours.psd()) + "/" + ours.id())
                        .ifPresent(json -> downloads.put(ours.id(), download(ours.psd(), json)));
            }
        }
        for (VoidRow ours : opening.voids()) {
            if (!ours.isOpen() && !voids.containsKey(ours.id())) {
                session.one("/v1/voids/" + ours.id()).ifPresent(json -> voids.put(ours.id(), voided(json)));
            }
        }
    }

    private static String downloads(long psd) {
        return "/v1/psds/" + psd + "/downloads";
    }

    private static Download download(long psd, JsonObject json) {
        return new Download(
                json.getString("id"), psd, json.getJsonNumber("amount").longValueExact(), json.getString("state"));
    }

    private static Void voided(JsonObject json) {
        return new Void(
                json.getString("id"),
                serial(json),
                json.getJsonNumber("pieceCount").longValueExact(),
                json.getString("state"));
    }

    private static Device device(JsonObject json) {
        JsonObject head = json.getJsonObject("head");
        return new Device(
                serial(json),
                head.getJsonNumber("number").longValueExact(),
                head.getString("hash"),
                json.getJsonNumber("ascending").longValueExact(),
                json.getJsonNumber("fundsAdded").longValueExact(),
                json.getJsonNumber("pieceCount").longValueExact());
    }

    /** Reads a serial number, which is sent as eight digits or as a number. */
    private static long serial(JsonObject json) {
        return Long.parseLong(json.get("psdSerial").toString().replace("\"", ""));
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
