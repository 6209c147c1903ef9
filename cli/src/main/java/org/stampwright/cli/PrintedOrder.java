package org.stampwright.cli;

import jakarta.json.JsonObject;
import org.stampwright.cli.buying.PageFile;
import org.stampwright.cli.buying.Printing;
import org.stampwright.cli.buying.Purchase;
import org.stampwright.cli.home.Home;

/** Prints an order that was placed. Whatever goes wrong from then on, the message names the order and what to do. */
record PrintedOrder(Home home, Purchase purchase, PageFile file) {

    /** Waits for the release, redeems a ticket, writes the page; returns the order. */
    JsonObject print(JsonObject placed) throws InterruptedException {
        String id = placed.getString("id");
        boolean written = false;
        try {
            JsonObject order = purchase.released(placed);
            new Printing(home.helperJar(), Shop.address(home))
                    .toFile(purchase.ticket(order), order.getString("sheet"), file.path());
            written = true;
            return order;
        } catch (Refusal unprinted) {
            throw new Refusal("order " + id + ": " + unprinted.getMessage() + "; " + next(id), unprinted);
        } finally {
            if (!written) {
                file.release();
            }
        }
    }

    /** Returns what to do next, by the state that the order has now. */
    private String next(String id) throws InterruptedException {
        String print = "print it with: bin/stampwright print " + id + " --home " + home.folder() + " --out FILE.pdf";
        try {
            return switch (purchase.order(id).getString("state")) {
                case "declined", "cancelled", "expired" -> "nothing was charged";
                case "released", "printed" -> "it is paid; " + print;
                default -> "then " + print;
            };
        } catch (Refusal unknown) {
            return "its state is not known (" + unknown.getMessage() + "); " + print;
        }
    }
}
