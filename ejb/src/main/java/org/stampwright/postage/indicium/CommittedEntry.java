package org.stampwright.postage.indicium;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;

/**
 * A ledger entry as stored in the database, with its contents in the order of their piece counts. Only {@link Records}
 * creates it, by reading it back after the commit.
 */
public final class CommittedEntry {

    private final SealedEntry sealed;
    private final List<RecordedContent> contents;

    CommittedEntry(SealedEntry sealed, List<RecordedContent> contents) {
        this.sealed = sealed;
        this.contents = List.copyOf(contents);
    }

    public SealedEntry sealed() {
        return sealed;
    }

    public LedgerEntry entry() {
        return sealed.entry();
    }

    public List<RecordedContent> contents() {
        return contents;
    }

    /**
     * Returns the contents, ready to be signed. The entry must be sealed by this key, its contents hash must match
     * exactly these contents, and each must be bound to the order and line that its row names. An entry of format
     * version 1 binds no order.
     *
     * @throws Unsealed otherwise; nothing of it may be signed
     */
    public List<PreparedIndicium> prepare(PublicKey sealKey) {
        if (!sealed.isSealedBy(sealKey)) {
            throw unsealed(
                    "entry " + entry().number() + " of PSD " + entry().psd() + " does not bear its owner's seal");
        }
        byte[] hash = LedgerEntry.contentsHash(
                entry().formatVersion(),
                contents.stream().map(RecordedContent::piece).toList());
        if (!Arrays.equals(hash, entry().contentsHash())) {
            throw unsealed("the contents of entry " + entry().number() + " of PSD " + entry().psd()
                    + ", or the orders and lines beside them, are not those that were sealed");
        }
        return contents.stream().map(PreparedIndicium::new).toList();
    }

    private Unsealed unsealed(String why) {
        return new Unsealed(entry().psd().value(), why);
    }
}
