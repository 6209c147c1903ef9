package org.stampwright.bench.load;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.stampwright.bench.system.VendorApi;

/** Unused label sheets of one stock, drawn before a run where possible, because drawing costs processor time too. */
public final class SheetSupply {

    private static final int AT_ONCE = 50;
    private static final int MOST_AT_ONCE = 500;

    private final VendorApi api;
    private final String stock;
    private final Queue<String> unused = new ConcurrentLinkedQueue<>();

    public SheetSupply(VendorApi api, String stock) {
        this.api = api;
        this.stock = stock;
    }

    /** Draws until this many sheets are there. */
    public synchronized void reserve(int sheets) throws IOException, InterruptedException {
        for (int missing = sheets - unused.size(); missing > 0; missing = sheets - unused.size()) {
            unused.addAll(api.drawsSheets("B", stock, Math.min(missing, MOST_AT_ONCE)));
        }
    }

    /** Returns a sheet that no other caller got. */
    public String take() throws IOException, InterruptedException {
        String sheet = unused.poll();
        while (sheet == null) {
            reserve(AT_ONCE);
            sheet = unused.poll();
        }
        return sheet;
    }
}
