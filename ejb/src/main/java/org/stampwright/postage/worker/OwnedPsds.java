package org.stampwright.postage.worker;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.postage.batch.WorkerThreads;
import org.stampwright.postage.ledger.Lease;
import org.stampwright.postage.ledger.Ownership;

/** The PSDs that this instance owns at the moment, each with its two threads; selects the one that franks an order. */
@ApplicationScoped
public class OwnedPsds {

    private final Map<Long, OwnedPsd> owned = new ConcurrentHashMap<>();

    @Resource
    ManagedThreadFactory threads;

    @Inject
    WorkerThreads executor;

    /** Returns the executor for calls to the authority and the card company. */
    public Executor outside() {
        return executor;
    }

    /**
     * Starts work on a PSD that was just taken or opened.
     *
     * @param taken the entry that records it
     * @param receipted the newest entry that has a receipt
     * @param asked when ownership was requested, on the lease's clock
     */
    void start(LedgerEntry taken, long receipted, long asked, OwnerContext ofOwner, ReleaserContext ofReleaser) {
        Lease lease = new Lease(Lease::now, asked);
        ReleaserOf releaser = new ReleaserOf();
        PsdOwner owner = new PsdOwner(ofOwner, lease, taken, number -> releaser.it.committed(number));
        releaser.it = new PsdReleaser(ofReleaser, Ownership.saidBy(taken), receipted, owner::isAtWork);
        try {
            thread("psd-" + taken.psd(), endingWith(owner, owner));
            thread("release-" + taken.psd(), endingWith(owner, releaser.it));
        } catch (RuntimeException noThread) {
            owner.stop();
            throw noThread;
        }
        owned.put(taken.psd().value(), new OwnedPsd(taken.psd().value(), taken.epoch(), lease, owner, releaser.it));
    }

    /** Ends both threads together: a PSD is at work while both run. If one ends, the next owner finishes the rest. */
    private static Runnable endingWith(PsdOwner owner, Runnable work) {
        return () -> {
            try {
                work.run();
            } finally {
                owner.stop();
            }
        };
    }

    /** Links owner and releaser to each other; neither thread runs before both exist. */
    private static final class ReleaserOf {
        private PsdReleaser it;
    }

    private void thread(String name, Runnable work) {
        Thread thread = threads.newThread(work);
        thread.setName(name);
        thread.start();
    }

    /** Returns the PSDs at work and forgets the others. */
    List<OwnedPsd> atWork() {
        owned.values().removeIf(psd -> !psd.owner().isAtWork());
        return List.copyOf(owned.values());
    }

    boolean isAtWork(long serial) {
        return atWork().stream().anyMatch(psd -> psd.serial() == serial);
    }

    /** Stops work on an idle PSD so that it can be given away; empty if there is none. */
    Optional<OwnedPsd> layDownIdle() {
        Optional<OwnedPsd> idle =
                atWork().stream().filter(OwnedPsd::isIdle).max(Comparator.comparing(OwnedPsd::serial));
        idle.ifPresent(psd -> psd.owner().stop());
        return idle;
    }

    /** Returns whether this instance can frank. */
    public boolean isReady() {
        return atWork().stream().anyMatch(OwnedPsd::canFrank);
    }

    /**
     * Returns the PSD that is to frank an order of this value. A PSD whose registers cover it comes before one that has
     * to be funded; among equals the one with the fewest waiting orders wins. Empty if no PSD at work can frank.
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
