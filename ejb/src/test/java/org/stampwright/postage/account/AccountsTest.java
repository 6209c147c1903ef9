package org.stampwright.postage.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stampwright.postage.container.Shop.granted;
import static org.stampwright.postage.container.Shop.refused;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.account.Allowances.Bucket;
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
    void a_password_that_no_slot_is_free_for_is_refused_as_overload() {
        try (Shop busy = new Shop(Map.of("stampwright.limits.passwords-at-once", "1"))) {
            PasswordSlots slots = busy.get(PasswordSlots.class);
            Accounts others = busy.get(Accounts.class);
            Optional<ProblemKind> kind = slots.within(() -> CompletableFuture.supplyAsync(() ->
                            others.authenticate(AccountKind.CONSUMER, "ann@example.org", "a long password", "10.0.0.1"))
                    .thenApply(answer -> refused(answer).kind())
                    .join());
            assertThat(kind).contains(ProblemKind.OVERLOADED);
        }
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
    void ten_wrong_passwords_delay_the_login_from_their_network_and_from_no_other() {
        for (int i = 0; i < 10; i++) {
            accounts.authenticate(AccountKind.CONSUMER, "ann@example.org", "wrong " + i, "10.0.0.1");
        }
        assertThat(login("10.0.0.1")).isEqualTo(ProblemKind.TOO_MANY_ATTEMPTS);
        assertThat(login("10.1.0.1")).isNull();
        shop.change("update allowance set drained_at = drained_at - interval '60 seconds'");
        assertThat(login("10.0.0.1")).isNull();
        assertThat(login("10.0.0.1")).isNull();
    }

    @Test
    void one_network_has_a_hundred_wrong_passwords_whatever_the_logins() {
        for (int i = 0; i < 100; i++) {
            shop.get(Allowances.class).take(new Bucket("login-of-network", "10.0.0.1", 100, Duration.ofSeconds(6)));
        }
        assertThat(login("10.0.0.1")).isEqualTo(ProblemKind.TOO_MANY_ATTEMPTS);
        assertThat(login("10.0.0.2")).isNull();
    }

    @Test
    void of_many_attempts_at_once_no_more_are_judged_than_the_limit() {
        var allowances = shop.get(Allowances.class);
        var bucket = new Bucket("login", "ann@10.0.0.1", 10, Duration.ofMinutes(1));
        var taken = IntStream.range(0, 24)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> allowances.take(bucket)))
                .toList()
                .stream()
                .filter(attempt -> attempt.join().isEmpty())
                .count();
        assertThat(taken).isEqualTo(10);
        assertThat(allowances.take(bucket))
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1)));
    }

    @Test
    void an_order_is_printed_a_limited_number_of_times() {
        var limits = shop.get(ShopLimits.class);
        var order = UUID.randomUUID();
        for (int i = 0; i < 20; i++) {
            assertThat(limits.ticket(order)).isEmpty();
        }
        assertThat(limits.ticket(order)).get().extracting("kind").isEqualTo(ProblemKind.TOO_MANY_ATTEMPTS);
        assertThat(limits.ticket(UUID.randomUUID())).isEmpty();
    }

    @Test
    void one_network_begins_a_limited_number_of_drafts() {
        var limits = shop.get(ShopLimits.class);
        assertThat(IntStream.range(0, 60)
                        .filter(i -> limits.draft("10.0.0.1").isEmpty())
                        .count())
                .isBetween(50L, 55L);
    }

    @Test
    void buckets_that_have_leaked_are_purged() {
        shop.get(Allowances.class).take(new Bucket("login", "full", 10, Duration.ofMinutes(1)));
        shop.change("insert into allowance values ('login', 'leaked', now() - interval '1 second')");
        shop.get(AllowancePurgeJob.class).run();
        assertThat(shop.one("select string_agg(subject, ' ') from allowance")).isEqualTo("full");
    }

    @Test
    void no_more_passwords_are_hashed_at_once_than_there_are_slots() {
        var slots = new PasswordSlots(1);
        assertThat(slots.within(() -> slots.within(() -> "a second one"))).hasValue(Optional.empty());
        assertThat(slots.within(() -> "the next one")).hasValue("the next one");
    }

    private ProblemKind login(String network) {
        return accounts.authenticate(AccountKind.CONSUMER, "ann@example.org", "a long password", network)
                .fold(caller -> null, refusal -> refusal.kind());
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
        shop.change("insert into allowance values ('registration', '10.0.0.7', now() + interval '600 seconds')");
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
