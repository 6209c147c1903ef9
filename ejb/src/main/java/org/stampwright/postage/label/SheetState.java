package org.stampwright.postage.label;

import java.util.Locale;

/** Whether a sheet may be printed on. */
public enum SheetState {
    /** Issued by us and good. */
    KNOWN,
    /** Taken out of use. */
    VOID,
    /** Reported stolen. */
    STOLEN;

    /** As stored and as an import names it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static SheetState of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT));
    }
}
