package org.stampwright.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

class ProblemTest {

    @Test
    void a_refusal_becomes_a_document_with_its_type_field_and_facts() {
        var json = Problem.of(new Refusal(
                        ProblemKind.TOO_FEW_LABELS, "sheet", "Only two labels are left.", Map.of("left", 2)))
                .json();
        assertThat(json.getString("type")).isEqualTo("urn:stampwright:problem:too-few-labels");
        assertThat(json.getString("title")).isEqualTo("Too few labels");
        assertThat(json.getInt("status")).isEqualTo(422);
        assertThat(json.getString("field")).isEqualTo("sheet");
        assertThat(json.getInt("left")).isEqualTo(2);
    }

    @Test
    void a_declined_card_is_payment_required_and_a_used_ticket_a_conflict() {
        assertThat(Problem.of(ProblemKind.CARD_DECLINED, "no").status()).isEqualTo(402);
        assertThat(Problem.of(ProblemKind.TICKET_USED, "no").status()).isEqualTo(409);
        assertThat(Problem.of(ProblemKind.TOO_MANY_ATTEMPTS, "no").status()).isEqualTo(429);
    }
}
