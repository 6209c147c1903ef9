package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Registers, pieces, positions and the card company's journal as they stood: what a refused request leaves alone. */
record Untouched(VendorSystem system, List<Object> ledger, CardCompany cards, long lines, long changes) {

    static Untouched seenIn(VendorSystem system) {
        CardCompany cards = CardCompany.of(system);
        return new Untouched(system, system.ledger().whatMustNotMove(), cards, cards.length(), cards.changes());
    }

    /** Nothing moved, and nothing at the card company was changed. */
    void still() {
        assertThat(system.ledger().whatMustNotMove()).isEqualTo(ledger);
        assertThat(cards.changes()).as("what the card company did").isEqualTo(changes);
    }

    /** As {@link #still}, where the card company was asked and refused: it wrote that down, and holds nothing. */
    void stillAfterARefusedCard() {
        assertThat(system.ledger().whatMustNotMove()).isEqualTo(ledger);
        nothingIsHeld();
    }

    private void nothingIsHeld() {
        assertThat(cards.intentsAfter(lines)).allSatisfy(intent -> {
            assertThat(intent.getInt("amount_capturable")).isZero();
            assertThat(intent.getInt("amount_received")).isZero();
        });
    }

    /** As {@link #stillAfterARefusedCard}, while an unpaid order keeps labels of this sheet for its buyer. */
    void stillButForReserved(String sheet) {
        List<Object> now = system.ledger().whatMustNotMove();
        now.removeIf(row -> row instanceof List<?> columns
                && columns.size() == 3
                && columns.get(0).equals(sheet.substring(0, 10))
                && columns.get(2).equals("reserved"));
        assertThat(now).isEqualTo(ledger);
        nothingIsHeld();
    }
}
