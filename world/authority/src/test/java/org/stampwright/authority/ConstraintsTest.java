package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.stampwright.schema.GuardCheck;

/** Every constraint of the authority's database refuses a violation; {@code violations.sql} has a case for each. */
class ConstraintsTest {

    private static EmbeddedPostgres postgres;
    private static GuardCheck check;

    @BeforeAll
    static void fill() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        Schema.migrate(postgres.getPostgresDatabase());
        check = new GuardCheck(
                postgres.getPostgresDatabase(), ConstraintsTest.class.getResourceAsStream("violations.sql"));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
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
