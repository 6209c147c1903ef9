package org.stampwright.authority.faults;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The pending faults. */
@ApplicationScoped
public class Faults {

    private final List<Fault> ordered = new CopyOnWriteArrayList<>();

    void order(Fault fault) {
        ordered.add(fault);
    }

    void forget() {
        ordered.clear();
    }

    /** Returns the first pending fault that applies to this path. */
    Optional<Fault> striking(String path) {
        return ordered.stream().filter(fault -> fault.strikes(path)).findFirst();
    }
}
