package org.stampwright.postage.indicium;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;

/**
 * A ledger entry as it stands in the database, with the contents recorded by it in the order of their piece counts.
 * Made only by {@link Records}, which reads it back after the commit.
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
     * The contents, ready to be signed: only if the entry is sealed by this key and its contents hash is that of exactly
     * these, each bound to the order and line that its row names. An entry of format version 1 binds no order.
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
