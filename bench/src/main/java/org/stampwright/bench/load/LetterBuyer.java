package org.stampwright.bench.load;

import java.io.IOException;
import org.stampwright.bench.system.VendorApi;

/** A client that buys letter stamps, sheet after sheet. */
public final class LetterBuyer implements ClosedLoop.Act {

    public static final String STOCK = "US-LETTER-25";
    public static final int LABELS = 25;
    private static final long RETRY_MS = 200;

    private final VendorApi api;
    private final SheetSupply sheets;
    private final int client;
    private final int quantity;
    private String sheet;
    private int left;

    public LetterBuyer(VendorApi api, SheetSupply sheets, int client, int quantity) {
        this.api = api;
        this.sheets = sheets;
        this.client = client;
        this.quantity = quantity;
    }

    @Override
    public boolean succeeds() throws IOException, InterruptedException {
        return buys() == VendorApi.Outcome.RELEASED;
    }

    /** Returns the act of this client that repeats an order until it has not been refused, settled or not. */
    public ClosedLoop.Act untilPlaced() {
        return () -> {
            while (buys() == VendorApi.Outcome.REFUSED) {
                Thread.sleep(RETRY_MS);
            }
            return true;
        };
    }

    private VendorApi.Outcome buys() throws IOException, InterruptedException {
        if (left < quantity) {
            sheet = sheets.take();
            left = LABELS;
        }
        left -= quantity;
        return api.buysLetters(client, sheet, quantity);
    }
}
