package org.stampwright.authority;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class ProblemAnswersTest {

    @Test
    void a_problem_has_a_stable_type_and_its_facts() {
        JsonObject head = Json.createObjectBuilder().add("number", 3).build();
        JsonObject document = Problem.of(409, "broken-chain", "It does not follow.")
                .with("head", head)
                .document();
        assertThat(document.getString("type")).isEqualTo("urn:stampwright:authority:broken-chain");
        assertThat(document.getInt("status")).isEqualTo(409);
        assertThat(document.getString("detail")).isEqualTo("It does not follow.");
        assertThat(document.getJsonObject("head")).isEqualTo(head);
    }
}
