package org.stampwright.postage.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.postage.container.Container;
import org.stampwright.postage.container.Database;

/** A hand-over is accepted from an admitted instance, for this receiver and this order, for half a minute. */
class NodeTokensTest {

    private static final UUID ORDER = UUID.fromString("7f0a3a52-5a3e-4a0c-9a64-0d1a5f0f2b11");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private static Path folder;

    private static PGSimpleDataSource database;

    private Container alder;
    private Container birch;

    @BeforeAll
    static void make() {
        database = Database.create();
    }

    @BeforeEach
    void start() {
        Database.change(database, "delete from server_system");
        alder = instance("alder", NOW);
        birch = instance("birch", NOW);
        row("alder", "admitted", certificate(alder));
        row("birch", "admitted", certificate(birch));
    }

    @AfterEach
    void stop() {
        alder.close();
        birch.close();
    }

    private static Container instance(String name, Instant now) {
        return new Container(database)
                .with(Clock.class, Clock.fixed(now, ZoneOffset.UTC))
                .with(SecureRandom.class, new SecureRandom())
                .with("stampwright.instance.name", name)
                .with("stampwright.instance.role", "both")
                .with("stampwright.instance.address", "http://127.0.0.1:1")
                .with("stampwright.instance.folder", folder.resolve(name).toString());
    }

    private static byte[] certificate(Container instance) {
        try {
            return instance.get(NodeKey.class).certificate().getEncoded();
        } catch (CertificateEncodingException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static void row(String name, String state, byte[] certificate) {
        Database.change(
                database,
                "insert into server_system (name, role, state, address, node_certificate) values ('" + name
                        + "', 'both', '" + state + "', 'http://127.0.0.1:1', '\\x"
                        + HexFormat.of().formatHex(certificate) + "')");
    }

    private String token() {
        return alder.get(NodeTokens.class).forReceiver("birch", NodeAct.FRANK, Set.of(ORDER));
    }

    private static String callerOf(Container receiver, String token) {
        return receiver.get(NodeTokens.class)
                .callOf(token, NodeAct.FRANK)
                .filter(call -> call.orders().equals(Set.of(ORDER)))
                .map(NodeCall::caller)
                .orElse(null);
    }

    private String callerLater(String token, Duration after) {
        Container later = instance("birch", NOW.plus(after));
        try {
            return callerOf(later, token);
        } finally {
            later.close();
        }
    }

    @Test
    void an_admitted_caller_is_accepted_by_its_receiver() {
        assertThat(callerOf(birch, token())).isEqualTo("alder");
    }

    @Test
    void another_receiver_rejects_it() {
        assertThat(callerOf(alder, token())).isNull();
    }

    @Test
    void it_is_rejected_for_another_act() {
        assertThat(birch.get(NodeTokens.class).callOf(token(), NodeAct.LOOK)).isEmpty();
    }

    @Test
    void it_is_valid_for_half_a_minute() {
        String token = token();
        assertThat(callerLater(token, Duration.ofSeconds(29))).isEqualTo("alder");
        assertThat(callerLater(token, Duration.ofSeconds(30))).isNull();
        assertThat(callerLater(token, Duration.ofDays(1))).isNull();
    }

    @Test
    void a_token_from_a_clock_that_is_far_ahead_is_rejected() {
        String token = token();
        assertThat(callerLater(token, Duration.ofSeconds(-4))).isEqualTo("alder");
        assertThat(callerLater(token, Duration.ofSeconds(-10))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"admitted, alder", "draining, alder", "pending,", "removed,"})
    void the_caller_is_trusted_while_it_is_admitted_or_draining(String state, String believed) {
        String token = token();
        Database.change(database, "update server_system set state = '" + state + "' where name = 'alder'");
        assertThat(callerOf(birch, token)).isEqualTo(believed);
    }

    @Test
    void a_removed_caller_is_rejected_within_the_bound_on_staleness() {
        Container cedar = instance("cedar", NOW).with("stampwright.cache.staleness-millis", "300");
        String token = alder.get(NodeTokens.class).forReceiver("cedar", NodeAct.FRANK, Set.of(ORDER));
        assertThat(callerOf(cedar, token)).isEqualTo("alder");
        Database.change(database, "update server_system set state = 'removed' where name = 'alder'");
        await().untilAsserted(() -> assertThat(callerOf(cedar, token)).isNull());
        Database.change(database, "update server_system set state = 'admitted' where name = 'alder'");
        assertThat(callerOf(cedar, token)).isEqualTo("alder");
        cedar.close();
    }

    @Test
    void a_key_is_not_read_again_within_the_bound_unless_the_list_changes_here() {
        Container cedar = instance("cedar", NOW).with("stampwright.cache.staleness-millis", "600000");
        String token = alder.get(NodeTokens.class).forReceiver("cedar", NodeAct.FRANK, Set.of(ORDER));
        assertThat(callerOf(cedar, token)).isEqualTo("alder");
        Database.change(database, "update server_system set state = 'removed' where name = 'alder'");
        assertThat(callerOf(cedar, token)).isEqualTo("alder");
        cedar.get(NodeKeys.class).forget(new ListChanged());
        assertThat(callerOf(cedar, token)).isNull();
        cedar.close();
    }

    @Test
    void a_caller_that_is_not_in_the_list_is_rejected() {
        String token = token();
        Database.change(database, "delete from server_system where name = 'alder'");
        assertThat(callerOf(birch, token)).isNull();
    }

    @Test
    void a_key_that_is_not_the_one_in_the_callers_row_is_rejected() {
        String token = token();
        Database.change(
                database,
                "update server_system set node_certificate = (select node_certificate from server_system"
                        + " where name = 'birch') where name = 'alder'");
        assertThat(callerOf(birch, token)).isNull();
        Database.change(database, "update server_system set node_certificate = '\\x00' where name = 'alder'");
        assertThat(callerOf(birch, token)).isNull();
    }

    @Test
    void a_token_that_was_changed_anywhere_is_rejected() {
        String token = token();
        for (int i = 0; i < token.length() - 1; i++) {
            if (token.charAt(i) == '.' || token.charAt(i + 1) == '.') {
                continue; // The last character of a part has bits that mean nothing.
            }
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            String changed = token.substring(0, i) + other + token.substring(i + 1);
            assertThat(callerOf(birch, changed)).as(changed).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b", "a.b.c", "alder", "e30.e30.", "eyJhbGciOiJub25lIn0.e30."})
    void nonsense_is_rejected(String nonsense) {
        assertThat(callerOf(birch, nonsense)).isNull();
    }
}
