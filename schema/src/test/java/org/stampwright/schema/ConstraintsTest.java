package org.stampwright.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Checks that every constraint of the vendor's database refuses a violation; {@code violations.sql} has a case for
 * each.
 */
class ConstraintsTest {

    private static GuardCheck check;

    @BeforeAll
    static void fill() throws SQLException {
        check = new GuardCheck(VendorDatabase.create(), ConstraintsTest.class.getResourceAsStream("violations.sql"));
    }

    @Test
    void every_rule_has_a_case_and_every_case_a_rule() {
        assertThat(check.unmatched()).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_rule() {
        return check.tests();
    }
}
