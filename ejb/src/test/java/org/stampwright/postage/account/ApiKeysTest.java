package org.stampwright.postage.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.container.Shop;

/** A key is accepted from memory for no longer than the bound, and rejected by the database each time. */
class ApiKeysTest {

    private static final String KEY = "sw_of_acme";
    private static final String UPDATE = "update account set key_hash = sha256('%s') where kind = 'client'";

    private Shop shop;

    @AfterEach
    void close() {
        shop.close();
    }

    private ApiKeys keys(int stalenessMillis) {
        shop = new Shop(Map.of("stampwright.cache.staleness-millis", Integer.toString(stalenessMillis)));
        shop.change(UPDATE.formatted(KEY));
        return shop.get(ApiKeys.class);
    }

    @Test
    void an_accepted_key_is_not_looked_up_again_within_the_bound() {
        ApiKeys keys = keys(600_000);
        assertThat(keys.client(KEY)).contains(shop.client);
        shop.change(UPDATE.formatted("another"));
        assertThat(keys.client(KEY)).contains(shop.client);
    }

    @Test
    void a_revoked_key_is_rejected_within_the_bound() {
        ApiKeys keys = keys(300);
        assertThat(keys.client(KEY)).contains(shop.client);
        shop.change(UPDATE.formatted("another"));
        await().untilAsserted(() -> assertThat(keys.client(KEY)).isEmpty());
        assertThat(keys.client("another")).contains(shop.client);
    }

    @Test
    void a_rejected_key_is_accepted_as_soon_as_it_exists() {
        ApiKeys keys = keys(600_000);
        assertThat(keys.client("another")).isEmpty();
        shop.change(UPDATE.formatted("another"));
        assertThat(keys.client("another")).contains(shop.client);
    }

    @Test
    void a_bound_of_zero_looks_each_key_up() {
        ApiKeys keys = keys(0);
        assertThat(keys.client(KEY)).contains(shop.client);
        shop.change(UPDATE.formatted("another"));
        assertThat(keys.client(KEY)).isEmpty();
    }
}
