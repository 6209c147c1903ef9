package org.stampwright.postage.indicium;

import java.util.List;
import org.stampwright.indicium.ledger.SealedEntry;

/** A committed entry as {@link Records} would read it back, for tests of other packages. */
public final class Committed {

    private Committed() {}

    public static CommittedEntry entry(SealedEntry sealed, List<RecordedContent> contents) {
        return new CommittedEntry(sealed, contents);
    }

    /** Returns the fault for an entry whose bytes are unreadable. */
    public static Unsealed unreadable() {
        return new Unsealed(1, "cannot be read");
    }
}
