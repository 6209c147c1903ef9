package org.stampwright.cli;

import java.util.UUID;
import java.util.concurrent.Callable;
import org.stampwright.cli.buying.PageFile;
import org.stampwright.cli.buying.Purchase;
import org.stampwright.cli.home.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code print}: prints an order of {@code buy} that was paid for and not printed, or prints it once more. */
@Command(
        name = "print",
        mixinStandardHelpOptions = true,
        description = "Writes the stamps of an order to a PDF: one that buy could not print, or a reprint.")
final class PrintCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "ORDER", description = "The order's id, as buy names it.")
    private UUID order;

    @Mixin
    private PageOption page;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Home existing = home.existing();
        Purchase purchase = Shop.purchase(existing);
        PageFile file = page.claim();
        try {
            new PrintedOrder(existing, purchase, file).print(purchase.order(order.toString()));
        } catch (Refusal unprinted) {
            file.release();
            throw unprinted;
        }
        spec.commandLine().getOut().println("order " + order + " was written to " + page + "; print it at 100 %");
        return 0;
    }
}
