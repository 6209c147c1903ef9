package org.stampwright.postage.worker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import org.stampwright.postage.orderstate.OrderRef;

/**
 * The franking attempts in flight on this instance and the owner that has each. The key is the attempt, not the order:
 * an order that was taken back and came here again is a new attempt. An order's outcome is in its row, so a lost entry
 * costs nothing. But an entry left behind here is never resumed, so the holder of an attempt must release it. The
 * order's driver is told when its attempt is released.
 */
@ApplicationScoped
public class AttemptsInFlight {

    private final ConcurrentMap<OrderRef, Stay> here = new ConcurrentHashMap<>();
    private final BiConsumer<Long, List<UUID>> tell;

    private static final class Stay {
        private final long driver;
        private volatile Object host;

        private Stay(long driver) {
            this.driver = driver;
        }
    }

    protected AttemptsInFlight() {
        this((driver, orders) -> {});
    }

    @Inject
    AttemptsInFlight(OrderNotices notices) {
        this(notices::tell);
    }

    /**
     * Creates an empty register.
     *
     * @param tell receives a driver, or 0, and its orders whose attempts were released
     */
    public AttemptsInFlight(BiConsumer<Long, List<UUID>> tell) {
        this.tell = tell;
    }

    /**
     * Registers an attempt.
     *
     * @param driver the server system that advances the order, or null
     * @return false if it is registered already; a caller that gets true must queue the attempt or release it
     */
    public boolean enter(OrderRef attempt, Long driver) {
        return here.putIfAbsent(attempt, new Stay(driver == null ? 0 : driver)) == null;
    }

    /** Returns how many attempts are in flight. */
    int size() {
        return here.size();
    }

    /** Assigns the attempt to this host, which releases it from now on. */
    void isWith(Object host, OrderRef attempt) {
        Stay stay = here.get(attempt);
        if (stay != null) {
            stay.host = host;
        }
    }

    /** Releases an attempt that is finished on this instance or was given up. */
    public void leave(OrderRef attempt) {
        leave(List.of(attempt));
    }

    /** Releases attempts that are finished on this instance or were given up. */
    public void leave(Collection<OrderRef> attempts) {
        Map<Long, List<UUID>> byDriver = new HashMap<>();
        for (OrderRef attempt : attempts) {
            Stay left = here.remove(attempt);
            if (left != null) {
                byDriver.computeIfAbsent(left.driver, any -> new ArrayList<>()).add(attempt.id());
            }
        }
        byDriver.forEach(tell);
    }

    /** Releases all attempts of this host, which stops work on them. */
    void leaveAllOf(Object host) {
        leave(here.entrySet().stream()
                .filter(entry -> entry.getValue().host == host)
                .map(Map.Entry::getKey)
                .toList());
    }
}
