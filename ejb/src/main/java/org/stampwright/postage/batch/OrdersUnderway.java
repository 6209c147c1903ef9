package org.stampwright.postage.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** How many orders this instance advances at the moment: the load by which batches decide how long to wait for more. */
@ApplicationScoped
public class OrdersUnderway implements IntSupplier {

    private final AtomicInteger number = new AtomicInteger();

    public void begin() {
        number.incrementAndGet();
    }

    public void end() {
        number.decrementAndGet();
    }

    @Override
    public int getAsInt() {
        return number.get();
    }
}
