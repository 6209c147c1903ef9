package org.stampwright.bench.yardstick;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.stampwright.bench.cost.ProcessTimes;
import org.stampwright.bench.load.ClosedLoop;
import org.stampwright.bench.load.Measured;
import org.stampwright.bench.system.CardSandbox;
import org.stampwright.bench.system.VendorSystem;

/**
 * The floor of a purchase: the same calls to the card company and the authority, the same signatures, and bare
 * transactions, without a vendor. Each purchase commits one transaction by itself, and two with the others that wait
 * for the same PSD.
 */
public final class NullPurchases implements AutoCloseable {

    private static final int PSDS = 2;
    private static final int MOST_ORDERS = 64;
    private static final long CENTS = 78;
    private static final long LIMIT_S = 60;

    private final VendorSystem system;
    private final NullCards cards;
    private final BlockingQueue<CompletableFuture<Void>> waiting = new LinkedBlockingQueue<>();
    private final List<Thread> owners = new ArrayList<>();
    private final Map<String, Transactions> connections = new ConcurrentHashMap<>();
    private final String database;

    /**
     * Starts the card sandbox and the owners of the PSDs.
     *
     * @param pgbench whose tables the transactions use
     */
    public NullPurchases(VendorSystem system, Pgbench pgbench) throws IOException, InterruptedException {
        this.system = system;
        this.database = pgbench.jdbcUrl();
        this.cards = NullCards.start(system);
        NullVendor vendor = new NullVendor(system);
        for (int i = 0; i < PSDS; i++) {
            NullPsd psd = new NullPsd(vendor);
            Transactions transactions = transactionsOf("owner " + i);
            Thread owner = new Thread(() -> own(psd, transactions), "null-psd-" + i);
            owner.setDaemon(true);
            owner.start();
            owners.add(owner);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        owners.forEach(Thread::interrupt);
        for (Transactions one : connections.values()) {
            one.close();
        }
        cards.close();
    }

    /** Returns the connection of a client or of the owner of a PSD, which lasts from run to run. */
    private Transactions transactionsOf(String user) {
        return connections.computeIfAbsent(user, name -> new Transactions(database));
    }

    /** Returns the processor time that was used so far, with that of the card sandbox. */
    public ProcessTimes processTimes() throws IOException {
        return ProcessTimes.now(system).with("cards of the null purchase", cards.pid());
    }

    /** Buys with this number of clients. */
    public Measured run(int clients, Duration time) throws IOException, InterruptedException {
        return ClosedLoop.run(clients, time, client -> {
            Transactions transactions = transactionsOf("client " + client);
            return () -> buys(cards.api(), transactions);
        });
    }

    private boolean buys(CardSandbox company, Transactions transactions) throws IOException, InterruptedException {
        String order = UUID.randomUUID().toString();
        transactions.commit(1);
        String intent = company.creates(order, CENTS, order);
        company.confirms(intent);
        CompletableFuture<Void> receipt = new CompletableFuture<>();
        waiting.add(receipt);
        try {
            receipt.get(LIMIT_S, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IOException(failed);
        }
        company.captures(intent);
        return true;
    }

    private void own(NullPsd psd, Transactions transactions) {
        try {
            while (true) {
                List<CompletableFuture<Void>> batch = new ArrayList<>(List.of(waiting.take()));
                waiting.drainTo(batch, MOST_ORDERS - 1);
                frank(psd, transactions, batch);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void frank(NullPsd psd, Transactions transactions, List<CompletableFuture<Void>> batch)
            throws InterruptedException {
        try {
            NullPsd.Batch pieces = psd.debit(batch.size());
            transactions.commit(batch.size());
            psd.signAndReport(pieces);
            transactions.commit(batch.size());
            batch.forEach(one -> one.complete(null));
        } catch (IOException fault) {
            batch.forEach(one -> one.completeExceptionally(fault));
        }
    }
}
