package org.stampwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.MistypedSerial;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.indicium.stock.UnusableStock;
import org.stampwright.paper.BlankStock;
import org.stampwright.paper.StockPictures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stock}: lists the kinds of label stock, writes blank sheets of one as PDF, and pictures of all. */
@Command(
        name = "stock",
        mixinStandardHelpOptions = true,
        description = "Lists the kinds of label stock, or writes blank sheets of one, pre-printed, as PDF.")
final class StockCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "The stock for blank sheets, such as A4-24.")
    private Optional<String> kind;

    @Option(
            names = "--serial",
            paramLabel = "SERIAL",
            description = "Serial number of a sheet or single label, with its check character; one page for each.")
    private List<String> serials = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "The PDF to write (default: KIND.pdf).")
    private Optional<Path> out;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Writes a picture of every kind, half of it franked.")
    private Optional<Path> pictures;

    @Option(
            names = "--stock-files",
            paramLabel = "DIR",
            description = "A folder of further stock files instead of the home's "
                    + "`stock`; refused, by name, if one cannot be "
                    + "printed on.")
    private Optional<Path> folder;

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LabelStocks stocks = stocks();
        if (pictures.isPresent()) {
            StockPictures.write(stocks, pictures.get());
        } else if (kind.isPresent()) {
            writeBlank(stocks, kind.get());
        } else {
            stocks.all().forEach(stock -> spec.commandLine().getOut().println(line(stock)));
        }
        return 0;
    }

    private LabelStocks stocks() {
        if (folder.isPresent() && !Files.isDirectory(folder.get())) {
            throw new Refusal("no folder " + folder.get());
        }
        try {
            return folder.or(this::ofHome).map(LabelStocks::with).orElseGet(LabelStocks::builtIn);
        } catch (UnusableStock unusable) {
            throw new Refusal(unusable.getMessage(), unusable);
        }
    }

    private Optional<Path> ofHome() {
        return Optional.of(home.home().stock()).filter(Files::isDirectory);
    }

    private void writeBlank(LabelStocks stocks, String code) throws IOException {
        LabelStock stock = stocks.find(code)
                .orElseThrow(() -> new Refusal("no label stock " + code + "; there are "
                        + String.join(
                                ", ",
                                stocks.all().stream().map(LabelStock::code).toList())));
        if (serials.isEmpty()) {
            throw new Refusal("blank stock needs at least one --serial");
        }
        Path file = out.orElse(Path.of(code + ".pdf"));
        Files.write(
                file,
                BlankStock.bytes(
                        stock, serials.stream().map(StockCommand::serial).toList()));
        spec.commandLine().getOut().println(file);
    }

    private static LabelSerial serial(String typed) {
        try {
            return LabelSerial.parse(typed);
        } catch (MistypedSerial mistyped) {
            throw new Refusal(typed + ": " + mistyped.getMessage(), mistyped);
        }
    }

    private static String line(LabelStock stock) {
        return String.format(
                Locale.ROOT,
                "%-14s %-30s %5d of %.1f x %.1f mm",
                stock.code(),
                stock.name(),
                stock.labels(),
                stock.labelWidth(),
                stock.labelHeight());
    }
}
