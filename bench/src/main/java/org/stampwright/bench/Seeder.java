package org.stampwright.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import org.stampwright.bench.load.ClosedLoop;
import org.stampwright.bench.load.Measured;
import org.stampwright.bench.load.SheetSupply;
import org.stampwright.bench.load.Waiting;
import org.stampwright.bench.system.History;
import org.stampwright.bench.system.SeedStock;
import org.stampwright.bench.system.VendorApi;
import org.stampwright.bench.system.VendorSystem;

/**
 * Makes a history by buying: each of its pieces is debited, signed, receipted, paid and released by the system itself,
 * in orders as large as the system takes. So everything that the auditor checks holds, whatever the system stores.
 */
final class Seeder {

    /** Least value of a stamp, so that the account at the authority lasts. */
    private static final int MILLS = 10;
    /** The least that an order must cost, in stamps of that value. */
    private static final int LEAST_PIECES = 50;

    private static final int CLIENTS = 6;
    private static final int A_ROUND = 60;
    private static final Duration LIMIT = Duration.ofHours(3);

    private final VendorSystem system;
    private final PrintStream progress;
    private final VendorApi api;
    private final SheetSupply sheets;

    Seeder(VendorSystem system, PrintStream progress) {
        this.system = system;
        this.progress = progress;
        this.api = new VendorApi(system);
        this.sheets = new SheetSupply(api, SeedStock.CODE);
    }

    /** Buys until the vendor has at least this many pieces, and every order is at rest; returns how many it has. */
    long growTo(long pieces) throws SQLException, IOException, InterruptedException {
        try (History history = new History(system)) {
            long begin = System.nanoTime();
            long there = history.pieces();
            while (there < pieces) {
                buyRound(pieces - there);
                Waiting.until("every order at rest", LIMIT, () -> history.unfinishedOrders() == 0);
                long now = history.pieces();
                if (now == there) {
                    throw new IOException("no order of the last round was franked");
                }
                there = now;
                progress.printf(
                        "%,d pieces after %,d s%n",
                        there, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
            }
            return there;
        }
    }

    private void buyRound(long missing) throws IOException, InterruptedException {
        int quantity = (int) Math.max(LEAST_PIECES, Math.min(SeedStock.LABELS, missing));
        int orders = (int) Math.min(A_ROUND, (missing + quantity - 1) / quantity);
        sheets.reserve(orders);
        Measured round = ClosedLoop.times(
                CLIENTS,
                orders,
                LIMIT,
                client -> () -> api.buysOfValue(client, sheets.take(), quantity, MILLS) != VendorApi.Outcome.REFUSED);
        if (round.count() == 0) {
            throw new IOException("every order of " + quantity + " pieces was refused");
        }
    }
}
