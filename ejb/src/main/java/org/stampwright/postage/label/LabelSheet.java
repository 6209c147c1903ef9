package org.stampwright.postage.label;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

/**
 * A sheet of labels, or a single label. An operator imports it as known, void or stolen. From its first captured order
 * on it belongs to that order's buyer: an account, or a guest by e-mail address. Void is final.
 */
@Entity
@Table(name = "label_sheet")
class LabelSheet {

    @Id
    private String serial;

    private String stock;
    private String state;

    @Column(name = "owner_id")
    private Long ownerId;

    @Column(name = "owner_email")
    private String ownerEmail;

    @Column(name = "imported_by")
    private String importedBy;

    @Column(name = "imported_at")
    private Instant importedAt;

    @Version
    private long version;

    protected LabelSheet() {}

    LabelSheet(NewSheet sheet, String importedBy, Instant now) {
        this.serial = sheet.serial().withoutCheck();
        this.stock = sheet.stock();
        this.state = sheet.state().text();
        this.ownerEmail = sheet.ownerEmail();
        this.importedBy = importedBy;
        this.importedAt = now;
    }

    LabelSerial serial() {
        return new LabelSerial(serial);
    }

    String stock() {
        return stock;
    }

    SheetState state() {
        return SheetState.of(state);
    }

    String owner() {
        return ownerId != null ? "account " + ownerId : ownerEmail;
    }

    /** Returns why this buyer cannot print on it, if so: sheet-unknown, sheet-foreign, sheet-stolen, sheet-void. */
    Optional<Refusal> refuse(Buyer buyer) {
        if (!buyer.operator() && isForeignTo(buyer)) {
            return Optional.of(
                    buyer.isGuest()
                            ? unknown()
                            : Refusal.at(
                                    "sheet",
                                    ProblemKind.SHEET_FOREIGN,
                                    "This label sheet belongs to another customer."));
        }
        return switch (state()) {
            case KNOWN -> Optional.empty();
            case VOID ->
                Optional.of(Refusal.at("sheet", ProblemKind.SHEET_VOID, "This label sheet was taken out of use."));
            case STOLEN ->
                Optional.of(Refusal.at("sheet", ProblemKind.SHEET_STOLEN, "This label sheet was reported stolen."));
        };
    }

    /** Returns the refusal for an unknown sheet, and for a guest who asks about another customer's sheet. */
    static Refusal unknown() {
        return Refusal.at(
                "sheet",
                ProblemKind.SHEET_UNKNOWN,
                "We do not know this label sheet. Compare the number with the one printed on the sheet.");
    }

    /** A guest without an e-mail address yet is checked once it is known, before any label is reserved. */
    private boolean isForeignTo(Buyer buyer) {
        if (ownerId != null) {
            return !ownerId.equals(buyer.accountId());
        }
        if (ownerEmail == null) {
            return false;
        }
        return buyer.isGuest() && buyer.email() == null ? false : !ownerEmail.equals(buyer.email());
    }

    /** Makes the sheet void, unless it is stolen: that says more. */
    void makeVoid() {
        if (state() == SheetState.KNOWN) {
            state = SheetState.VOID.text();
        }
    }
}
