package org.stampwright.postage.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stampwright.postage.container.Shop.granted;
import static org.stampwright.postage.container.Shop.refused;

import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.container.Shop;
import org.stampwright.postage.refusal.ProblemKind;

/** Authentication of callers. */
class AccountsTest {

    private static Shop shop;
    private final Accounts accounts = shop.get(Accounts.class);

    @BeforeAll
    static void open() {
        shop = new Shop();
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @BeforeEach
    void reset() {
        shop.reset();
    }

    @Test
    void a_consumer_logs_in_with_their_password_and_no_other() {
        assertThat(granted(
                        accounts.authenticate(AccountKind.CONSUMER, "ANN@example.org", "a long password", "10.0.0.1")))
                .isEqualTo(shop.consumer);
        assertThat(refused(accounts.authenticate(AccountKind.CONSUMER, "ann@example.org", "another", "10.0.0.1"))
                        .kind())
                .isEqualTo(ProblemKind.UNAUTHENTICATED);
        assertThat(refused(accounts.authenticate(
                                AccountKind.OPERATOR, "ann@example.org", "a long password", "10.0.0.1"))
                        .kind())
                .isEqualTo(ProblemKind.UNAUTHENTICATED);
        assertThat(refused(accounts.authenticate(AccountKind.CLIENT, "acme", "", "10.0.0.1"))
                        .kind())
                .isEqualTo(ProblemKind.UNAUTHENTICATED);
        assertThat(refused(accounts.authenticate(AccountKind.CONSUMER, null, null, "10.0.0.1"))
                        .kind())
                .isEqualTo(ProblemKind.UNAUTHENTICATED);
    }

    @Test
    void after_ten_wrong_passwords_even_the_right_one_is_refused_for_a_while() {
        for (int i = 0; i < 10; i++) {
            accounts.authenticate(AccountKind.CONSUMER, "ann@example.org", "wrong " + i, "10.0.0." + i);
        }
        assertThat(refused(accounts.authenticate(
                                AccountKind.CONSUMER, "ann@example.org", "a long password", "10.1.0.1"))
                        .kind())
                .isEqualTo(ProblemKind.TOO_MANY_ATTEMPTS);
        shop.change("update failed_attempt set at = at - interval '11 minutes'");
        granted(accounts.authenticate(AccountKind.CONSUMER, "ann@example.org", "a long password", "10.1.0.1"));
    }

    @Test
    void an_address_is_registered_once() {
        assertThat(refused(accounts.register("ann@EXAMPLE.org", "another long one", "10.0.0.1"))
                        .kind())
                .isEqualTo(ProblemKind.EMAIL_TAKEN);
        assertThat(refused(accounts.register("ann", "another long one", "10.0.0.1"))
                        .kind())
                .isEqualTo(ProblemKind.EMAIL_INVALID);
        assertThat(refused(accounts.register("eve@example.org", "short", "10.0.0.1"))
                        .kind())
                .isEqualTo(ProblemKind.PASSWORD_TOO_SHORT);
    }

    @Test
    void one_address_can_open_a_limited_number_of_accounts() {
        shop.change("insert into failed_attempt (kind, subject) select 'registration', 'address:10.0.0.7'"
                + " from generate_series(1, 30)");
        assertThat(refused(accounts.register("eve@example.org", "a long password", "10.0.0.7"))
                        .kind())
                .isEqualTo(ProblemKind.TOO_MANY_ATTEMPTS);
        assertThat(shop.one("select count(*) from account where login = 'eve@example.org'"))
                .isEqualTo("0");
    }

    @Test
    void a_client_is_known_by_its_key_of_which_only_the_hash_is_stored() {
        assertThat(accounts.byApiKey("sw_nothing")).isEmpty();
        assertThat(shop.one("select length(key_hash) from account where kind = 'client'"))
                .isEqualTo("32");
        assertThat(Secret.apiKey(new SecureRandom()).text()).startsWith("sw_").hasSize(46);
        assertThat(Secret.token(new SecureRandom()).text()).hasSize(22);
        assertThat(new Secret("x").toString()).doesNotContain("x");
    }
}
