package org.stampwright.authority.funds;

import jakarta.json.JsonObject;
import java.util.HexFormat;
import org.stampwright.protocol.StrictJson;

/** A PSD as JSON. */
public final class PsdDocument {

    private PsdDocument() {}

    /** Returns the limits of a new PSD. */
    static JsonObject registered(Psd psd) {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("requestId", psd.request().toString())
                .add("psdSerial", psd.serial())
                .add("serverSystem", psd.serverSystem())
                .add("maximumDescending", psd.maximumDescending())
                .add("maximumPostage", psd.maximumPostage())
                .build();
    }

    /** Returns what the authority knows of the PSD from its recorded entries. */
    public static JsonObject of(Psd psd) {
        return StrictJson.PROVIDER
                .createObjectBuilder(registered(psd))
                .add("head", head(psd))
                .add("ascending", psd.ascending())
                .add("descending", psd.descending())
                .add("fundsAdded", psd.fundsAdded())
                .add("fundsWithdrawn", psd.fundsWithdrawn())
                .add("granted", psd.granted())
                .add("pieceCount", psd.pieceCount())
                .add("withdrawn", psd.withdrawn())
                .build();
    }

    /** Returns the newest recorded entry: number 0 and an empty hash before the first. */
    public static JsonObject head(Psd psd) {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("number", psd.headNumber())
                .add("hash", psd.headHash() == null ? "" : HexFormat.of().formatHex(psd.headHash()))
                .build();
    }
}
