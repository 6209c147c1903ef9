package org.stampwright.cardsandbox.fault;

import java.util.ArrayList;
import java.util.List;

/** The pending faults. They are not in the journal: a restart clears them. */
public final class Faults {
    private final List<Fault> waiting = new ArrayList<>();

    public synchronized void add(Fault fault) {
        waiting.add(fault);
    }

    public synchronized void clear() {
        waiting.clear();
    }

    synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    /** Returns the fault for this request and counts it down; {@link Fault#NONE} if none is pending. */
    public synchronized Fault next(String method, String path) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.matches(method, path)) {
                if (fault.skip() > 0) {
                    waiting.set(
                            i,
                            new Fault(
                                    fault.method(),
                                    fault.path(),
                                    fault.kind(),
                                    fault.skip() - 1,
                                    fault.times(),
                                    fault.delayMillis()));
                    return Fault.NONE;
                }
                if (fault.times() == 1) {
                    waiting.remove(i);
                } else {
                    waiting.set(
                            i,
                            new Fault(
                                    fault.method(),
                                    fault.path(),
                                    fault.kind(),
                                    0,
                                    fault.times() - 1,
                                    fault.delayMillis()));
                }
                return fault;
            }
        }
        return Fault.NONE;
    }
}
