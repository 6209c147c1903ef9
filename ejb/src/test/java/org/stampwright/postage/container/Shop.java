package org.stampwright.postage.container;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.postgresql.ds.PGSimpleDataSource;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Client;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.comparison.HeadComparison;
import org.stampwright.postage.imports.ImportDocument;
import org.stampwright.postage.imports.ImportOutcome;
import org.stampwright.postage.imports.Imports;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.postage.server.HeartbeatJob;
import org.stampwright.protocol.LyingAuthority;

/** A vendor that is ready to sell: rates, three sheets, a client, a consumer and a server system, all imported. */
public final class Shop implements AutoCloseable {

    public static final String SHEET = "T000000000";
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    /** A clock that stands still until a test moves it. */
    public static final class TestClock extends Clock {
        private Instant now = NOW;

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public synchronized Instant instant() {
            return now;
        }

        public synchronized void set(Instant instant) {
            now = instant;
        }
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    public final PGSimpleDataSource database = Database.create();
    /** Answers 503 until a test says otherwise. */
    public final LyingAuthority authority = new LyingAuthority();

    private final Path folder = folder();
    public final TestClock clock = new TestClock();
    public final Container container = new Container(database)
            .with(Clock.class, clock)
            .with(SecureRandom.class, new SecureRandom())
            .with("stampwright.instance.name", "alder")
            .with("stampwright.instance.address", "http://127.0.0.1:24000")
            .with("stampwright.instance.folder", folder.toString())
            .with("stampwright.cards.key", "sk_test_1")
            .with("stampwright.cards.url", "http://127.0.0.1:1")
            .with("stampwright.cards.webhook-secret", "whsec_1")
            .with("stampwright.development-mode", "true")
            .with("stampwright.public-url", "http://127.0.0.1:24000")
            .with(ManagedExecutorService.class, executor())
            .with(ManagedThreadFactory.class, threads(ManagedThreadFactory.class));
    public final Operator operator;
    public final Client client;
    public final Consumer consumer;
    /** Eleven characters each. */
    public final String sheet;

    public final String other;
    public final String single;

    public Shop() {
        this(Map.of());
    }

    /** Starts with these settings instead of the defaults. */
    public Shop(Map<String, String> settings) {
        authority.tells(503, "{}");
        authority.settings(folder).forEach(container::with);
        settings.forEach(container::with);
        Database.change(
                database,
                "insert into account (kind, login, password_hash)"
                        + " values ('operator', 'operator', 'pbkdf2:1:AA==:AA==')");
        operator = new Operator(1, "operator");
        container.get(HeartbeatJob.class);
        Database.change(
                database, "update server_system set state = 'admitted', heartbeat_at = now() + interval '1 hour'");
        container.get(HeadComparison.class).run();
        ImportOutcome done = granted(
                importing(
                        """
                {"rates": {"validFrom": "2026-01-01T00:00:00Z", "serviceFee": 50, "smallestOrder": 0, "products": [
                    {"product": "letter", "description": "Letter", "value": 825, "rateCategory": "FC"},
                    {"product": "postcard", "description": "Postcard", "value": 150, "rateCategory": "PC"},
                    {"product": "free", "description": "Any value", "minimum": 10, "maximum": 100000,
                     "rateCategory": "FV"}]},
                 "sheets": [{"series": "T", "count": 2, "stock": "US-LETTER-25"}],
                 "accounts": [{"kind": "client", "name": "acme"}]}"""));
        sheet = done.sheets().get(0);
        other = done.sheets().get(1);
        single = granted(importing("{\"sheets\": [{\"series\": \"R\", \"count\": 1, \"stock\": \"ROLL-57x32\"}]}"))
                .sheets()
                .get(0);
        client = container
                .get(Accounts.class)
                .byApiKey(done.keys().get("acme").text())
                .orElseThrow();
        consumer = granted(container.get(Accounts.class).register("Ann@example.org", "a long password", "10.0.0.9"));
    }

    /** Restores the initial data: no orders, every sheet blank, known and without an owner. */
    public void reset() {
        change("set session_replication_role = replica; delete from print_ticket; delete from payment;"
                + " delete from order_line; update label_position set state = 'free', order_id = null;"
                + " delete from postage_order; delete from failed_attempt; delete from allowance;"
                + " update label_sheet set state = 'known', owner_id = null, owner_email = null");
        clock.set(NOW);
    }

    public Answer<ImportOutcome> importing(String json) {
        JsonObject object = Json.createReader(new StringReader(json)).readObject();
        return ImportDocument.read(object)
                .flatMap(document -> container.get(Imports.class).importDocument(operator, document));
    }

    public <T> T get(Class<T> type) {
        return container.get(type);
    }

    public String one(String sql) {
        return Database.one(database, sql);
    }

    public void change(String sql) {
        Database.change(database, sql);
    }

    public Caller client() {
        return client;
    }

    public static <T> T granted(Answer<T> answer) {
        return answer.fold(Function.identity(), refusal -> {
            throw new AssertionError("refused: " + refusal);
        });
    }

    public static Refusal refused(Answer<?> answer) {
        return answer.fold(
                value -> {
                    throw new AssertionError("granted: " + value);
                },
                Function.identity());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("shop");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The server's factory, with plain threads. */
    private static Object threads(Class<?> type) {
        return Proxy.newProxyInstance(
                Shop.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> new Thread((Runnable) arguments[0]));
    }

    /** The server's executor, with plain threads. */
    private ManagedExecutorService executor() {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                Shop.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> method.invoke(threads, arguments));
    }

    @Override
    public void close() {
        authority.close();
        threads.shutdownNow();
        container.close();
    }
}
