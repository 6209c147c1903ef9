package org.stampwright.bench.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.stampwright.bench.system.CardSandbox;
import org.stampwright.bench.system.VendorApi;
import org.stampwright.bench.system.VendorSystem;

/**
 * Orders that wait to be franked, all at once. Each is a copy of an order that was bought before, with a sheet, a claim
 * and a hold at the card company of its own, so that it can be captured and released as any other.
 */
public final class WaitingOrders {

    /** Copies the columns of the bought order, whichever there are, but for those that make this a waiting one. */
    private static final String ORDER =
            """
            insert into postage_order select copy.* from postage_order bought,
                jsonb_populate_record(bought, jsonb_build_object('id', ?::text, 'idempotency_key', ?::text,
                    'sheet', ?::text, 'start_position', ?::int, 'state', 'claimed', 'attempt', 1,
                    'franked_by', ?::bigint, 'claimed_at', now(), 'placed_at', now(),
                    'settled_at', null, 'waits_for', null)) copy
            where bought.id = ?::uuid
            """;

    private static final String LINE =
            """
            insert into order_line select copy.* from order_line bought,
                jsonb_populate_record(bought, jsonb_build_object('order_id', ?::text)) copy
            where bought.order_id = ?::uuid
            """;
    private static final String PAYMENT =
            """
            insert into payment select copy.* from payment bought,
                jsonb_populate_record(bought, jsonb_build_object('order_id', ?::text, 'intent_id', ?::text,
                    'state', 'held', 'captured', 0, 'opened_at', now(), 'expires_at', now() + interval '1 hour')) copy
            where bought.order_id = ?::uuid
            """;
    private static final String POSITIONS =
            """
            update label_position set state = 'reserved', order_id = ?::uuid
            where sheet = ? and position between ? and ?
            """;
    private static final String SERVERS =
            "select id from server_system where state = 'admitted' and role <> 'web' order by id";
    private static final String BOUGHT = "select id, total / 10 from postage_order where sheet = ?";
    private static final int CALLERS = 16;
    private static final Duration LIMIT = Duration.ofMinutes(30);

    private final VendorSystem system;
    private final int pieces;
    private final String bought;
    private final Queue<Prepared> labels;

    /**
     * Buys the order to copy, and draws the sheets.
     *
     * @param orders how many wait
     * @param pieces of each
     */
    public WaitingOrders(VendorSystem system, int orders, int pieces) throws IOException, InterruptedException {
        this.system = system;
        this.pieces = pieces;
        VendorApi api = new VendorApi(system);
        SheetSupply sheets = new SheetSupply(api, LetterBuyer.STOCK);
        sheets.reserve(2 + orders * pieces / LetterBuyer.LABELS);
        this.bought = sheets.take();
        if (api.buysLetters(0, bought, pieces) != VendorApi.Outcome.RELEASED) {
            throw new IOException("the order to copy was not released");
        }
        this.labels = labels(sheets, orders, pieces);
    }

    private record Prepared(String id, String sheet, int position, String intent) {}

    /** Makes the card company hold the amounts, and commits all orders together. */
    public void add() throws SQLException, IOException, InterruptedException {
        try (Connection connection = DriverManager.getConnection(system.jdbcUrl())) {
            connection.setAutoCommit(false);
            Bought original = bought(connection, bought);
            store(connection, original.id(), held(original.cents()));
            connection.commit();
        }
    }

    private record Bought(String id, long cents) {}

    private static Bought bought(Connection connection, String sheet) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(BOUGHT)) {
            query.setString(1, stored(sheet));
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Bought(row.getString(1), row.getLong(2));
            }
        }
    }

    private List<Prepared> held(long cents) throws IOException, InterruptedException {
        CardSandbox cards = CardSandbox.of(system);
        Queue<Prepared> held = new ConcurrentLinkedQueue<>();
        ClosedLoop.times(CALLERS, labels.size(), LIMIT, caller -> () -> {
            Prepared next = labels.remove();
            String intent = cards.creates(next.id(), cents, next.id());
            cards.confirms(intent);
            return held.add(new Prepared(next.id(), next.sheet(), next.position(), intent));
        });
        return List.copyOf(held);
    }

    private static Queue<Prepared> labels(SheetSupply sheets, int orders, int pieces)
            throws IOException, InterruptedException {
        Queue<Prepared> labels = new ConcurrentLinkedQueue<>();
        while (labels.size() < orders) {
            String sheet = stored(sheets.take());
            for (int first = 1; first + pieces - 1 <= LetterBuyer.LABELS && labels.size() < orders; first += pieces) {
                labels.add(new Prepared(UUID.randomUUID().toString(), sheet, first, null));
            }
        }
        return labels;
    }

    private void store(Connection connection, String original, List<Prepared> orders) throws SQLException {
        List<Long> servers = servers(connection);
        try (PreparedStatement order = connection.prepareStatement(ORDER);
                PreparedStatement line = connection.prepareStatement(LINE);
                PreparedStatement payment = connection.prepareStatement(PAYMENT);
                PreparedStatement positions = connection.prepareStatement(POSITIONS)) {
            for (int i = 0; i < orders.size(); i++) {
                Prepared one = orders.get(i);
                add(order, one.id(), one.id(), one.sheet(), one.position(), servers.get(i % servers.size()), original);
                add(line, one.id(), original);
                add(payment, one.id(), one.intent(), original);
                add(positions, one.id(), one.sheet(), one.position(), one.position() + pieces - 1);
            }
            order.executeBatch();
            line.executeBatch();
            payment.executeBatch();
            positions.executeBatch();
        }
    }

    /** Returns a serial number as the database has it, without its check character. */
    private static String stored(String serial) {
        return serial.substring(0, serial.length() - 1);
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private static List<Long> servers(Connection connection) throws SQLException {
        List<Long> servers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SERVERS)) {
            while (rows.next()) {
                servers.add(rows.getLong(1));
            }
        }
        return servers;
    }
}
