package org.stampwright.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.resource.ResourceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutageTest {

    @ParameterizedTest
    @CsvSource({"08006, true", "53300, true", "57P01, true", "57014, false", "23505, false", "22021, false", ", false"})
    void an_unavailable_or_full_database_is_an_outage_and_a_refused_statement_is_not(String state, boolean outage) {
        assertThat(Outage.isBehind(new RuntimeException(new SQLException("no", state))))
                .isEqualTo(outage);
    }

    @Test
    void a_pool_without_a_free_connection_is_an_outage() {
        assertThat(Outage.isBehind(new RuntimeException(new SQLException(new ResourceException("in use")))))
                .isTrue();
        assertThat(Outage.isBehind(new IllegalStateException("a programming error")))
                .isFalse();
    }
}
