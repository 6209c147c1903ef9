package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * A snapshot of registers, pieces, positions and the card company's journal, which a refused request must not change.
 */
record UnchangedRecords(VendorSystem system, List<Object> ledger, CardCompany cards, long lines, long changes) {

    static UnchangedRecords seenIn(VendorSystem system) {
        CardCompany cards = CardCompany.of(system);
        return new UnchangedRecords(system, system.ledger().whatMustNotMove(), cards, cards.length(), cards.changes());
    }

    /** Checks that nothing has changed, neither here nor at the card company. */
    void still() {
        assertThat(system.ledger().whatMustNotMove()).isEqualTo(ledger);
        assertThat(cards.changes()).as("what the card company did").isEqualTo(changes);
    }

    /**
     * As {@link #still}, but the card company was called and declined: its journal has new lines, and it holds nothing.
     */
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

    /** As {@link #stillAfterARefusedCard}, while an unpaid order keeps labels of this sheet reserved. */
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
