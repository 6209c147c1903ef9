package org.stampwright.postage.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.container.Shop;

class CurrentRatesTest {

    private static final String NEW_EDITION =
            "insert into rate_edition (valid_from, service_fee, smallest_order, imported_by)"
                    + " values ('2026-02-01', 70, 0, 'operator')";

    private Shop shop;

    @AfterEach
    void close() {
        shop.close();
    }

    private CurrentRates rates(int stalenessMillis) {
        shop = new Shop(Map.of("stampwright.cache.staleness-millis", Integer.toString(stalenessMillis)));
        return shop.get(CurrentRates.class);
    }

    private static long fee(CurrentRates rates) {
        return rates.edition().orElseThrow().serviceFee().mills();
    }

    @Test
    void the_rates_are_not_read_again_within_the_bound() {
        CurrentRates rates = rates(600_000);
        assertThat(fee(rates)).isEqualTo(50);
        shop.change(NEW_EDITION);
        assertThat(fee(rates)).isEqualTo(50);
        rates.forget(new RatesAdded());
        assertThat(fee(rates)).isEqualTo(70);
    }

    @Test
    void new_rates_apply_within_the_bound() {
        CurrentRates rates = rates(300);
        assertThat(fee(rates)).isEqualTo(50);
        shop.change(NEW_EDITION);
        await().untilAsserted(() -> assertThat(fee(rates)).isEqualTo(70));
    }

    @Test
    void the_absence_of_rates_is_not_remembered() {
        CurrentRates rates = rates(600_000);
        shop.change("update rate_edition set valid_from = '2027-01-01'");
        assertThat(rates.edition()).isEmpty();
        shop.change("update rate_edition set valid_from = '2026-01-01'");
        assertThat(fee(rates)).isEqualTo(50);
    }
}
