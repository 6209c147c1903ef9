package org.stampwright.postage.worker;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.postage.ledger.Lease;
import org.stampwright.postage.ledger.Ownership;

/** The PSDs that this instance owns at the moment, each with its two threads; which of them franks an order. */
@ApplicationScoped
public class OwnedPsds {

    private final Map<Long, OwnedPsd> owned = new ConcurrentHashMap<>();

    @Resource
    ManagedThreadFactory threads;

    @Resource
    ManagedExecutorService executor;

    /** Runs calls to the authority and the card company. */
    public Executor outside() {
        return executor;
    }

    /**
     * Sets to work on a PSD that was just taken or opened.
     *
     * @param taken the entry that says so
     * @param receipted the newest entry that has a receipt
     * @param asked when ownership was asked for, as the lease counts
     */
    void start(LedgerEntry taken, long receipted, long asked, Workplace workplace, ReleaseDesk desk) {
        Lease lease = new Lease(Lease::now, asked);
        ReleaserOf releaser = new ReleaserOf();
        PsdOwner owner = new PsdOwner(workplace, lease, taken, number -> releaser.it.committed(number));
        releaser.it = new PsdReleaser(desk, Ownership.saidBy(taken), receipted, owner::isAtWork);
        try {
            thread("psd-" + taken.psd(), endingWith(owner, owner));
            thread("release-" + taken.psd(), endingWith(owner, releaser.it));
        } catch (RuntimeException noThread) {
            owner.stop();
            throw noThread;
        }
        owned.put(taken.psd().value(), new OwnedPsd(taken.psd().value(), taken.epoch(), lease, owner, releaser.it));
    }

    /** A PSD is at work while both are: with one of them gone, whoever takes it anew finishes what is left. */
    private static Runnable endingWith(PsdOwner owner, Runnable work) {
        return () -> {
            try {
                work.run();
            } finally {
                owner.stop();
            }
        };
    }

    /** Owner and releaser know each other; neither thread runs before both are made. */
    private static final class ReleaserOf {
        private PsdReleaser it;
    }

    private void thread(String name, Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName(name);
        thread.start();
    }

    /** Those that are at work; others are forgotten. */
    List<OwnedPsd> atWork() {
        owned.values().removeIf(psd -> !psd.owner().isAtWork());
        return List.copyOf(owned.values());
    }

    boolean isAtWork(long serial) {
        return atWork().stream().anyMatch(psd -> psd.serial() == serial);
    }

    /** Stops work on one that nobody waits for, so that it can be given away; empty if there is none. */
    Optional<OwnedPsd> layDownIdle() {
        Optional<OwnedPsd> idle =
                atWork().stream().filter(OwnedPsd::isIdle).max(Comparator.comparing(OwnedPsd::serial));
        idle.ifPresent(psd -> psd.owner().stop());
        return idle;
    }

    /** Whether this instance can frank. */
    public boolean isReady() {
        return atWork().stream().anyMatch(OwnedPsd::canFrank);
    }

    /**
     * The PSD that is to frank an order of this value: one whose registers cover it before one that has to be funded, then
     * the one where the fewest wait; empty if none is at work and can frank.
     */
    public Optional<PsdOwner> select(Money value) {
        return select(
                atWork().stream()
                        .filter(OwnedPsd::canFrank)
                        .map(OwnedPsd::owner)
                        .toList(),
                value);
    }

    static Optional<PsdOwner> select(List<PsdOwner> owners, Money value) {
        return owners.stream()
                .min(Comparator.comparing(
                                (PsdOwner owner) -> !owner.head().registers().covers(value))
                        .thenComparing(PsdOwner::load)
                        .thenComparing(owner -> owner.head().pieceCount()));
    }

    @PreDestroy
    void stopWork() {
        owned.values().forEach(psd -> psd.owner().stop());
    }
}
