package org.stampwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One unreadable row is a finding, and the auditor continues. */
class GarbledRowTest {

    private final AuditedWorld world = AuditedWorld.shared();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update ledger_entry set entry = '\\x00' where number = 2 | I4 psd 00000017: entry 2 cannot be read",
                "update ledger_entry set entry = set_byte(entry, 0, 255) where number = 1 | I4 psd 00000017: entry"
                        + " 1 cannot be read",
                "update ledger_entry set seal = '\\x00' where number = 3 | I4 psd 00000017: entry 3 cannot be read",
                "update indicium_content set content = set_byte(content, 0, 255) "
                        + "| I4 psd 00000017: piece 1 of PSD 00000017 cannot be read",
                "update indicium_content set content = '\\x00' "
                        + "| I9 order 3f0c1b52-0000-4000-8000-000000000001: piece 1 of psd 00000017 cannot be read",
                "update indicium_fate set signature = '\\x00' "
                        + "| I9 order 3f0c1b52-0000-4000-8000-000000000001: piece 1 of psd 00000017 cannot be read",
                "update psd_receipt set receipt = set_byte(receipt, 0, 0) "
                        + "| I10 psd 00000017: the receipt for entry 3 cannot be read",
            })
    void it_is_named(String garbling, String line) throws SQLException {
        assertThat(world.findingsAfter(garbling))
                .extracting(Finding::toString)
                .anyMatch(found -> found.startsWith(line));
    }

    @Test
    void other_violations_are_still_found() throws SQLException {
        List<Finding> findings = world.findingsAfter(
                "update ledger_entry set entry = '\\x00'",
                "update indicium_content set content = '\\x00'",
                "update psd_receipt set receipt = '\\x00'",
                "update payment set captured = 0");
        assertThat(findings).extracting(Finding::invariant).contains("I4", "I5", "I9", "I10");
    }
}
