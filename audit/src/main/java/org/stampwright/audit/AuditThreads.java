package org.stampwright.audit;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Lets several threads work on one comparison. Only the caller's thread tells that the audit goes on, because the
 * threads here are none of the container's; if the audit must end, they end after their page.
 */
final class AuditThreads {

    private final Comparison comparison;
    private final int threads;
    private volatile boolean isOver;

    AuditThreads(Comparison comparison, int threads) {
        this.comparison = comparison;
        this.threads = threads;
    }

    void run(Progress progress) throws SQLException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads, AuditThreads::thread);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(pool.submit(this::work));
            }
            for (Future<?> one : running) {
                await(one, progress);
            }
        } finally {
            isOver = true;
            pool.shutdown();
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "audit");
        thread.setDaemon(true);
        return thread;
    }

    private java.lang.Void work() throws SQLException {
        comparison.work(this::refuseIfOver);
        return null;
    }

    private void refuseIfOver() {
        if (isOver) {
            throw new IllegalStateException("the audit has ended");
        }
    }

    private static void await(Future<?> one, Progress progress) throws SQLException, InterruptedException {
        while (true) {
            try {
                one.get(1, TimeUnit.SECONDS);
                return;
            } catch (TimeoutException stillAtWork) {
                progress.continues();
            } catch (ExecutionException failed) {
                throw cause(failed.getCause());
            }
        }
    }

    private static SQLException cause(Throwable failure) {
        if (failure instanceof SQLException unreadable) {
            return unreadable;
        }
        if (failure instanceof RuntimeException fault) {
            throw fault;
        }
        throw new IllegalStateException(failure);
    }
}
