package org.stampwright.postage.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.MistypedSerial;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.imports.ImportDocument.DrawnSheets;
import org.stampwright.postage.imports.ImportDocument.GivenSheet;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.label.NewSheet;
import org.stampwright.postage.label.SheetState;

/** The label sheets of an import: listed one by one, or a number of a series drawn at random. */
@ApplicationScoped
class SheetImport {

    @Inject
    LabelSheets sheets;

    @Inject
    SecureRandom random;

    private final LabelStocks stocks = LabelStocks.known();

    List<String> add(Operator operator, ImportDocument document) {
        List<String> serials = new ArrayList<>();
        for (GivenSheet given : document.sheets()) {
            serials.add(add(operator, given, "sheets[" + serials.size() + "]"));
        }
        if (document.drawn() != null) {
            serials.addAll(draw(operator, document.drawn(), "sheets[" + serials.size() + "].stock"));
        }
        return serials;
    }

    private String add(Operator operator, GivenSheet given, String path) {
        LabelSerial serial = serial(given.serial(), path + ".serial");
        if (sheets.isKnown(serial)) {
            throw new Misfit(path + ".serial", serial.printed() + " exists already.");
        }
        if (given.owner() != null && !Accounts.isEmail(given.owner())) {
            throw new Misfit(path + ".owner", "An owner is an e-mail address.");
        }
        String owner = given.owner() == null ? null : given.owner().toLowerCase(Locale.ROOT);
        LabelStock stock = stock(given.stock(), path + ".stock");
        sheets.add(
                operator,
                new NewSheet(serial, given.stock(), state(given.state(), path + ".state"), owner),
                stock.labels());
        return serial.printed();
    }

    private List<String> draw(Operator operator, DrawnSheets drawn, String path) {
        LabelStock stock = stock(drawn.stock(), path);
        List<String> serials = new ArrayList<>();
        while (serials.size() < drawn.count()) {
            LabelSerial serial = LabelSerial.draw(drawn.series(), random);
            if (!sheets.isKnown(serial)) {
                sheets.add(operator, new NewSheet(serial, drawn.stock(), SheetState.KNOWN, null), stock.labels());
                serials.add(serial.printed());
            }
        }
        return serials;
    }

    private static LabelSerial serial(String typed, String path) {
        try {
            return LabelSerial.parse(typed);
        } catch (MistypedSerial mistyped) {
            throw new Misfit(path, mistyped.getMessage());
        }
    }

    private static SheetState state(String text, String path) {
        try {
            return SheetState.of(text);
        } catch (IllegalArgumentException unknown) {
            throw new Misfit(path, "A sheet is known, void or stolen.");
        }
    }

    private LabelStock stock(String code, String path) {
        return stocks.find(code)
                .orElseThrow(() -> new Misfit(
                        path,
                        "There is no stock " + code + "; there are "
                                + stocks.all().stream().map(LabelStock::code).toList() + "."));
    }
}
