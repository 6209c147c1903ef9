package org.stampwright.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.refusal.Refusal;

class ProblemTest {

    @Test
    void aRefusalBecomesADocumentWithItsTypeFieldAndFacts() {
        var json = Problem.of(new Refusal("too-few-labels", "sheet", "Only two labels are left.", Map.of("left", 2)))
                .json();
        assertThat(json.getString("type")).isEqualTo("urn:stampwright:problem:too-few-labels");
        assertThat(json.getString("title")).isEqualTo("Too few labels");
        assertThat(json.getInt("status")).isEqualTo(422);
        assertThat(json.getString("field")).isEqualTo("sheet");
        assertThat(json.getInt("left")).isEqualTo(2);
    }

    @Test
    void aDeclinedCardIsPaymentRequiredAndAUsedTicketAConflict() {
        assertThat(Problem.of("card-declined", "no").status()).isEqualTo(402);
        assertThat(Problem.of("ticket-used", "no").status()).isEqualTo(409);
        assertThat(Problem.of("too-many-attempts", "no").status()).isEqualTo(429);
    }
}
