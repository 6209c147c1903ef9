package org.stampwright.cli;

import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import org.stampwright.cli.buying.PageFile;
import org.stampwright.cli.buying.Purchase;
import org.stampwright.cli.home.Home;
import org.stampwright.indicium.Money;
import org.stampwright.protocol.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code buy}: buys and prints stamps without a browser, through the public API and the print helper. */
@Command(name = "buy", mixinStandardHelpOptions = true, description = "Buys stamps and writes them to a PDF.")
final class BuyCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--stamps", required = true, paramLabel = "N", description = "How many.")
    private int stamps;

    @Option(names = "--value", required = true, paramLabel = "0.82", description = "Value of each stamp, in dollars.")
    private String value;

    @Option(names = "--sheet", required = true, paramLabel = "SERIAL", description = "The label sheet's serial number.")
    private String sheet;

    @Option(
            names = "--start",
            paramLabel = "K",
            description = "The first label to print on (default: the first free one).")
    private int start;

    @Option(
            names = "--card",
            paramLabel = "PM",
            defaultValue = "pm_card_visa",
            description = "The payment method (default: ${DEFAULT-VALUE}).")
    private String card;

    @Mixin
    private PageOption page;

    @Option(names = "--json", description = "Print the order as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Home existing = home.existing();
        Purchase purchase = Shop.purchase(existing);
        Purchase.Wish wish = new Purchase.Wish(stamps, money(), sheet, start, card);
        PageFile file = page.claim();
        JsonObject order;
        try {
            order = purchase.place(wish);
        } catch (Refusal notPlaced) {
            file.release();
            throw notPlaced;
        }
        say(new PrintedOrder(existing, purchase, file).print(order));
        return 0;
    }

    private void say(JsonObject order) {
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(StrictJson.PROVIDER
                            .createObjectBuilder(order)
                            .add("file", page.toString())
                            .build());
        } else {
            spec.commandLine()
                    .getOut()
                    .println(stamps + " stamps of $" + value + " were written to " + page
                            + "; print it at 100 % on sheet " + sheet + " (order " + order.getString("id") + ")");
        }
    }

    private Money money() {
        try {
            return Money.parse(value);
        } catch (IllegalArgumentException unfit) {
            throw new Refusal("--value: " + unfit.getMessage(), unfit);
        }
    }
}
