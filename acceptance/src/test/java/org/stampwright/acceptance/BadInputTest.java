package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.acceptance.Api.Answer;
import org.stampwright.acceptance.Api.Purchase;

@ExtendWith(VendorSystem.Running.class)
@DisplayName("Bad input gets a clear error, at its field, and changes nothing")
class BadInputTest {

    @ParameterizedTest
    @CsvSource({"0", "-1", "10000"})
    void an_impossible_quantity(int quantity, VendorSystem system) {
        refuses(
                system,
                Purchase.of(system.newSheet("US-LETTER-25"), quantity),
                "quantity-out-of-range",
                "lines[0].quantity");
    }

    @Test
    void a_product_that_is_not_in_the_rates(VendorSystem system) {
        refuses(
                system,
                Purchase.of(system.newSheet("US-LETTER-25"), 1).product("zeppelin-post", null),
                "product-unknown",
                "lines[0].product");
    }

    @Test
    void a_total_under_the_card_companys_minimum(VendorSystem system) {
        refuses(
                system,
                Purchase.of(system.newSheet("US-LETTER-25"), 1).product("free-value", 100L),
                "below-minimum",
                "lines[0].quantity");
    }

    @Test
    void the_same_key_with_the_same_body_is_the_same_order(VendorSystem system) {
        Api api = system.api();
        Purchase purchase = Purchase.of(system.newSheet("US-LETTER-25"), 1);
        String key = UUID.randomUUID().toString();
        JsonObject first = api.order(purchase, key).json();
        api.settled(first.getString("id"));
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        assertThat(api.order(purchase, key).json().getString("id")).isEqualTo(first.getString("id"));
        before.still();
    }

    @Test
    void the_same_key_with_another_body_is_refused(VendorSystem system) {
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        String key = UUID.randomUUID().toString();
        api.settled(api.order(Purchase.of(sheet, 1), key).json().getString("id"));
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Answer other = api.order(Purchase.of(sheet, 2), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        before.still();
    }

    @Test
    void an_order_without_an_idempotency_key(VendorSystem system) {
        String purchase = Purchase.of(system.newSheet("US-LETTER-25"), 1).json();
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Answer answer = system.api().post("/api/v1/orders", purchase);
        assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
        before.still();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"sheet\": ",
                "[]",
                "nothing at all",
                "{\"sheet\": 12, \"lines\": {}}",
                "{\"sheet\": 1e99999999999}",
                "{} and more",
                "{\"lines\":[{\"product\":\"letter\",\"quantity\":1,\"quantity\":3}],"
                        + "\"paymentMethod\":\"pm_card_visa\"}"
            })
    void malformed_json(String body, VendorSystem system) {
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Answer answer = system.api()
                .post(
                        "/api/v1/orders",
                        body,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-json");
        before.still();
    }

    private static void refuses(VendorSystem system, Purchase purchase, String problem, String field) {
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Answer answer = system.api().order(purchase);
        assertThat(answer.status()).as(answer.body()).isBetween(400, 422);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.field()).isEqualTo(field);
        before.still();
    }
}
