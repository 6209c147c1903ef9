package org.stampwright.authority.desk;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import java.util.Optional;
import org.stampwright.authority.fate.Fate;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.protocol.StrictJson;

/**
 * The desk's finding about a stamp.
 *
 * @param reason one sentence to read out
 * @param stamp the decoded stamp, if it was in our format
 * @param fate the piece's recorded fate, if it has one
 * @param accepted whether the stamp is accepted for this desk and scan
 */
record Finding(Kind kind, String reason, Optional<SignedIndicium> stamp, Optional<Fate> fate, boolean accepted) {

    /** The possible findings. */
    enum Kind {
        GENUINE,
        ACCEPTED_BEFORE,
        LABEL_USED,
        VOIDED,
        UNREPORTED,
        TWO_CONTENTS,
        FORGED,
        SPECIMEN,
        UNKNOWN,
        ASK;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Finding of(Kind kind, String reason, Optional<SignedIndicium> stamp) {
        return new Finding(kind, reason, stamp, Optional.empty(), false);
    }

    JsonObject document() {
        JsonObjectBuilder document = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("answer", kind.text())
                .add("reason", reason)
                .add("accepted", accepted);
        stamp.ifPresent(
                found -> document.add("psdSerial", found.content().psdSerial().value())
                        .add("pieceCount", found.content().pieceCount())
                        .add("postage", found.content().postage().mills())
                        .add("licence", found.content().licence().value()));
        fate.filter(found -> !found.voided()).ifPresent(found -> document.add("desk", found.desk())
                .add("acceptedAt", found.at().toString()));
        fate.filter(Fate::voided)
                .ifPresent(found -> document.add("voidedAt", found.at().toString()));
        return document.build();
    }
}
