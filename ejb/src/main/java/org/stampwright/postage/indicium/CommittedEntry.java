package org.stampwright.postage.indicium;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.trust.Sha256;

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
     * The contents, ready to be signed: only if the entry is sealed by this key and its hash is that of exactly these
     * contents.
     *
     * @throws Unsealed otherwise; nothing of it may be signed
     */
    public List<PreparedIndicium> prepare(PublicKey sealKey) {
        if (!sealed.isSealedBy(sealKey)) {
            throw new Unsealed(
                    "entry " + entry().number() + " of PSD " + entry().psd() + " does not bear its owner's seal");
        }
        byte[] hash = LedgerEntry.contentsHashOf(
                contents.stream().map(content -> Sha256.of(content.content())).toList());
        if (!Arrays.equals(hash, entry().contentsHash())) {
            throw new Unsealed("the contents of entry " + entry().number() + " of PSD " + entry().psd()
                    + " are not those that were sealed");
        }
        return contents.stream().map(PreparedIndicium::new).toList();
    }
}
