package org.stampwright.postage.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.concurrent.ManagedThreadFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.Money;
import org.stampwright.postage.indicium.CommittedEntry;
import org.stampwright.postage.indicium.Records;
import org.stampwright.postage.ledger.Lease;

class OwnedPsdsTest {

    @TempDir
    static Path folder;

    private final Bench bench = new Bench(folder);

    @Test
    void a_device_that_covers_the_order_comes_before_one_that_has_to_be_funded() {
        PsdOwner poor = bench.owner(100, Bench.noTopUp());
        PsdOwner rich = bench.owner(10_000, Bench.noTopUp());
        rich.accept(bench.order(1));
        assertThat(OwnedPsds.select(List.of(poor, rich), Money.ofMills(825))).containsSame(rich);
    }

    @Test
    void among_those_that_cover_it_the_one_where_the_fewest_wait() {
        PsdOwner busy = bench.owner(10_000, Bench.noTopUp());
        PsdOwner idle = bench.owner(10_000, Bench.noTopUp());
        busy.accept(bench.order(1));
        assertThat(OwnedPsds.select(List.of(busy, idle), Money.ofMills(825))).containsSame(idle);
    }

    @Test
    void a_device_is_idle_only_once_its_newest_entry_has_a_receipt() {
        PsdOwner owner = bench.owner(10_000, Bench.noTopUp());
        long newest = owner.head().number();
        assertThat(with(owner, newest - 1).isIdle()).isFalse();
        assertThat(with(owner, newest).isIdle()).isTrue();
        owner.accept(bench.order(1));
        assertThat(with(owner, newest).isIdle()).isFalse();
    }

    private OwnedPsd with(PsdOwner owner, long receipted) {
        return new OwnedPsd(Bench.PSD.value(), 1, bench.lease, owner, bench.releaser(owner, receipted));
    }

    @Test
    void a_device_for_which_there_is_no_thread_is_not_at_work() {
        OwnedPsds owned = owned(work -> {
            throw new IllegalStateException("no thread");
        });
        assertThatThrownBy(() -> start(owned, new Nothing())).hasMessage("no thread");
        assertThat(owned.atWork()).isEmpty();
    }

    @Test
    void a_releaser_that_ends_for_any_reason_ends_the_owner_too() throws Exception {
        List<Thread> threads = new ArrayList<>();
        OwnedPsds owned = owned(work -> {
            Thread thread = new Thread(work);
            thread.setUncaughtExceptionHandler((who, why) -> {});
            threads.add(thread);
            return thread;
        });
        start(owned, new Records() {
            @Override
            public List<CommittedEntry> after(long psd, long number, int limit) {
                throw new StackOverflowError();
            }
        });
        for (Thread thread : threads) {
            thread.join(TimeUnit.SECONDS.toMillis(20));
        }
        assertThat(owned.atWork()).isEmpty();
    }

    private void start(OwnedPsds owned, Records records) {
        owned.start(
                bench.opened(),
                1,
                Lease.now(),
                bench.ownerContext(Bench.noTopUp(), Clock.systemUTC()),
                bench.releaserContext(records));
    }

    private static OwnedPsds owned(ThreadFactory factory) {
        OwnedPsds owned = new OwnedPsds();
        owned.threads = new ManagedThreadFactory() {
            @Override
            public Thread newThread(Runnable work) {
                return factory.newThread(work);
            }

            @Override
            public ForkJoinWorkerThread newThread(ForkJoinPool pool) {
                throw new UnsupportedOperationException();
            }
        };
        return owned;
    }

    /** A ledger without new entries. */
    private static final class Nothing extends Records {
        @Override
        public List<CommittedEntry> after(long psd, long number, int limit) {
            return List.of();
        }
    }

    @Test
    void with_no_device_at_work_none_is_selected() {
        assertThat(OwnedPsds.select(List.of(), Money.ofMills(1))).isEmpty();
    }
}
