package org.stampwright.cli;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stampwright.cli.buying.Printing;
import org.stampwright.cli.buying.Purchase;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.world.JsonHttp;
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

    @Option(names = "--out", required = true, paramLabel = "FILE.pdf", description = "The page.")
    private Path out;

    @Option(names = "--json", description = "Print the order as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Home existing = home.existing();
        Plan plan = Plan.read(existing);
        URI vendor = URI.create(
                "http://127.0.0.1:" + plan.ports().instance(plan.storefront().number()));
        if (existing.secrets().apiKey() == null) {
            throw new Refusal("this home has no API key yet; start it with: stampwright up");
        }
        Purchase purchase =
                new Purchase(JsonHttp.bearer(vendor, existing.secrets().apiKey()));
        JsonObject order = purchase.buy(new Purchase.Wish(stamps, money(), sheet, start, card));
        new Printing(existing.helperJar(), vendor).toFile(purchase.ticket(order), sheet, out.toAbsolutePath());
        say(order);
        return 0;
    }

    private void say(JsonObject order) {
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(StrictJson.PROVIDER
                            .createObjectBuilder(order)
                            .add("file", out.toString())
                            .build());
        } else {
            spec.commandLine()
                    .getOut()
                    .println(stamps + " stamps of $" + value + " were written to " + out
                            + "; print it at 100 % on sheet " + sheet);
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
