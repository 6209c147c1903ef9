package org.stampwright.postage.label;

import java.util.Locale;

/** The state of a sheet, which decides whether it may be printed on. */
public enum SheetState {
    /** Issued by the vendor and valid. */
    KNOWN,
    /** Taken out of use. */
    VOID,
    /** Reported stolen. */
    STOLEN;

    /** Returns the word as stored and as an import gives it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SheetState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
