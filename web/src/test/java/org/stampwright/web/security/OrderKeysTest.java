package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.Guest;
import org.stampwright.postage.account.Secret;

class OrderKeysTest {

    private static final UUID ORDER = UUID.fromString("059e02c2-0000-0000-0000-000000000001");
    private static final UUID OTHER = UUID.fromString("059e02c2-0000-0000-0000-000000000002");
    private static final Caller ANN = new Consumer(3, "ann@example.org");

    private final Http http = Http.get("/order");

    @Test
    void without_token_and_login_the_caller_is_anonymous() {
        assertThat(keys().callerFor(ORDER)).isEqualTo(Guest.NEW);
        assertThat(keys().tokenFor(ORDER)).isEmpty();
    }

    @Test
    void the_token_in_the_address_decides_the_caller_right_or_wrong() {
        http.parameters.put("key", "a-token");
        assertThat(keys().callerFor(ORDER))
                .isEqualTo(new Accounts().guest("a-token"))
                .isNotEqualTo(new Accounts().guest("another"));
    }

    @Test
    void a_wrong_token_does_not_fall_back_on_the_login() {
        CurrentCaller.remember(http.request(), ANN);
        http.parameters.put("key", "a-wrong-one");
        assertThat(keys().callerFor(ORDER)).isInstanceOf(Guest.class);
    }

    @Test
    void the_cookie_opens_its_own_order_and_no_other() {
        http.cookies.add(new Cookie("SWORDERS", ORDER + "~a-token"));
        assertThat(keys().callerFor(ORDER)).isEqualTo(new Accounts().guest("a-token"));
        assertThat(keys().callerFor(OTHER)).isEqualTo(Guest.NEW);
    }

    @Test
    void one_cookie_holds_the_newest_orders_of_a_browser() {
        var keys = keys();
        keys.publicUrl = "https://stamps.example";
        for (int i = 0; i < 130; i++) {
            keys.remember(new UUID(0, i), new Secret("token-%03d-with-22-chars".formatted(i)), http.response());
            http.cookies.clear();
            http.cookies.add(http.set);
        }
        assertThat(http.set.getValue().length()).isLessThan(2000);
        assertThat(http.set.getSecure()).isTrue();
        assertThat(keys.tokenFor(new UUID(0, 129))).hasValue("token-129-with-22-chars");
        assertThat(keys.tokenFor(new UUID(0, 110))).isPresent();
        assertThat(keys.tokenFor(new UUID(0, 109))).isEmpty();
    }

    @Test
    void a_malformed_token_is_none() {
        CurrentCaller.remember(http.request(), ANN);
        http.parameters.put("key", "x".repeat(65));
        assertThat(keys().callerFor(ORDER)).isEqualTo(ANN);
        http.parameters.put("key", " ");
        assertThat(keys().callerFor(ORDER)).isEqualTo(ANN);
    }

    private OrderKeys keys() {
        var keys = new OrderKeys();
        keys.request = http.request();
        keys.accounts = new Accounts();
        keys.caller = new CurrentCaller();
        keys.caller.request = http.request();
        return keys;
    }
}
