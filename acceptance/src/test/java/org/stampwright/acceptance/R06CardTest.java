package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.acceptance.Api.Answer;
import org.stampwright.acceptance.Api.Purchase;

/** R06: user and card are validated before an indicium is made. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R06: user and card")
class R06CardTest {

    @ParameterizedTest
    @CsvSource({
        "pm_card_chargeDeclined, card-declined",
        "pm_card_chargeDeclinedInsufficientFunds, card-insufficient-funds",
        "pm_card_chargeDeclinedExpiredCard, card-expired",
        "pm_card_chargeDeclinedIncorrectCvc, card-incorrect-cvc",
        "pm_card_nobodyKnows, card-unknown",
    })
    void a_refused_card_buys_nothing_and_changes_nothing(String card, String problem, VendorSystem system) {
        String sheet = system.newSheet("US-LETTER-25");
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Answer answer = system.api().order(Purchase.of(sheet, 1).card(card));
        assertThat(answer.status()).as(answer.body()).isEqualTo(402);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(answer.field()).isEqualTo("paymentMethod");
        before.stillAfterARefusedCard();
    }

    @Test
    void a_card_that_needs_its_owner_has_a_next_step_and_buys_nothing_yet(VendorSystem system) {
        Api api = system.api();
        String sheet = system.newSheet("US-LETTER-25");
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Answer answer = api.order(Purchase.of(sheet, 1).card("pm_card_authenticationRequired"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        JsonObject order = answer.json();
        assertThat(order.getString("state")).isEqualTo("requires-action");
        assertThat(order.getJsonObject("nextStep").getString("url")).startsWith("http");
        assertThat(api.post("/api/v1/orders/" + order.getString("id") + "/tickets", null)
                        .status())
                .isEqualTo(409);

        api.post("/api/v1/orders/" + order.getString("id") + "/cancel", null);
        assertThat(api.settled(order.getString("id")).getString("state")).isEqualTo("cancelled");
        before.stillAfterARefusedCard();
    }

    @Test
    void the_console_and_accounts_require_a_login(VendorSystem system) {
        String sheet = system.newSheet("US-LETTER-25");
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Api stranger = new Api(system.api().base(), null);
        Answer imported = stranger.post("/operator/api/import", "{\"selectionProcedure\":\"fewest-unfinished\"}");
        Answer asClient = system.api().get("/operator/api/sheets/" + sheet);
        assertThat(List.of(imported.status(), asClient.status())).containsExactly(401, 401);
        assertThat(List.of(imported.problem(), asClient.problem()))
                .containsExactly("unauthenticated", "unauthenticated");
        assertThat(stranger.get("/operator/sheets?serial=" + sheet).location()).contains("/operator/login?to=");
        assertThat(stranger.get("/account/orders").location()).contains("/login?to=");
        before.still();
    }

    @Test
    void a_purchase_requires_a_key(VendorSystem system) {
        Purchase purchase = Purchase.of(system.newSheet("US-LETTER-25"), 1);
        UnchangedRecords before = UnchangedRecords.seenIn(system);
        Answer without = new Api(system.api().base(), null).order(purchase);
        Answer wrong = Api.withKey(system.storefront(), "sw_not-a-key").order(purchase);
        assertThat(List.of(without.status(), wrong.status())).containsExactly(401, 401);
        assertThat(List.of(without.problem(), wrong.problem())).containsExactly("unauthenticated", "unauthenticated");
        before.still();
    }
}
