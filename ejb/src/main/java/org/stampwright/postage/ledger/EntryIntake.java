package org.stampwright.postage.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.SignedReceipt;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;
import org.stampwright.postage.authority.SigningCertificate;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.protocol.StrictJson;

/** The authority's intake of ledger entries and of questions about the head of a PSD's ledger. */
@ApplicationScoped
public class EntryIntake {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final int CONFLICT = 409;
    private static final String HASH = "[0-9a-f]{64}";
    private static final Logger LOG = System.getLogger(EntryIntake.class.getName());

    @Inject
    AuthorityClient authority;

    @Inject
    SigningCertificate signingCertificate;

    /** The newest entry of a PSD that the authority has: number 0 and no hash if it has none. */
    record Head(long number, byte[] hash) {}

    /**
     * Sends the entries after the newest receipt, with their contents.
     *
     * @return the authority's receipt for its newest entry, which may be later than the last one sent
     * @throws IOException if the authority did not answer with a receipt; retry
     * @throws LedgerMismatch if it has another ledger
     */
    public SignedReceipt send(PsdSerial psd, List<CommittedEntry> entries) throws IOException {
        JsonArrayBuilder array = StrictJson.PROVIDER.createArrayBuilder();
        entries.forEach(entry -> array.add(json(entry)));
        Reply reply = authority.post(
                path(psd) + "/entries",
                StrictJson.PROVIDER.createObjectBuilder().add("entries", array).build());
        if (!(reply instanceof Reply.Answered answered)) {
            throw new IOException(reply.toString());
        }
        if (answered.status() == CONFLICT) {
            throw new LedgerMismatch("the authority refuses the entries after "
                    + (entries.get(0).entry().number() - 1) + ": " + answered.body());
        }
        if (!answered.isOk()) {
            throw new IOException("HTTP " + answered.status() + " " + answered.body());
        }
        return checked(answered.body());
    }

    private SignedReceipt checked(JsonObject body) throws IOException {
        SignedReceipt receipt = decoded(body.getString("receipt", ""));
        if (!receipt.isSignedBy(signingKey())) {
            throw new IOException("the receipt is not signed by the authority");
        }
        return receipt;
    }

    private static SignedReceipt decoded(String base64) throws IOException {
        try {
            return SignedReceipt.decode(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException unreadable) {
            throw new IOException("the authority's receipt is unreadable", unreadable);
        }
    }

    private PublicKey signingKey() throws IOException {
        try {
            return signingCertificate.key();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    /** Returns the authority's head; empty if the authority did not answer or its answer is unreadable. */
    Optional<Head> head(PsdSerial psd) {
        return authority.get(path(psd)) instanceof Reply.Answered answered && answered.isOk()
                ? head(psd, answered.body())
                : Optional.empty();
    }

    private static Optional<Head> head(PsdSerial psd, JsonObject answer) {
        if (answer.get("head") instanceof JsonObject head
                && head.get("number") instanceof JsonNumber number
                && number.isIntegral()) {
            String hash = head.getString("hash", "");
            if (number.bigIntegerValue().signum() == 0) {
                return Optional.of(new Head(0, new byte[0]));
            }
            if (number.bigIntegerValue().bitLength() < Long.SIZE && number.longValue() > 0 && hash.matches(HASH)) {
                return Optional.of(new Head(number.longValue(), HexFormat.of().parseHex(hash)));
            }
        }
        LOG.log(Level.WARNING, "The authority's head of PSD {0} is unreadable: {1}", psd, answer);
        return Optional.empty();
    }

    private static JsonObjectBuilder json(CommittedEntry committed) {
        JsonObjectBuilder json = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("entry", BASE64.encodeToString(committed.entry().encode()))
                .add("seal", BASE64.encodeToString(committed.sealed().seal()))
                .add("contents", list(committed, piece -> piece.content().encode()));
        return committed.entry().formatVersion() == 1
                ? json
                : json.add("bindings", list(committed, piece -> piece.binding().orElseThrow()));
    }

    private static JsonArrayBuilder list(CommittedEntry committed, Function<FrankedPiece, byte[]> part) {
        JsonArrayBuilder list = StrictJson.PROVIDER.createArrayBuilder();
        committed.contents().forEach(content -> list.add(BASE64.encodeToString(part.apply(content.piece()))));
        return list;
    }

    private static String path(PsdSerial psd) {
        return "/v1/psds/" + psd.value();
    }
}
