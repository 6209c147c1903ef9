package org.stampwright.postage.imports;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.stampwright.indicium.Money;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.imports.ImportDocument.DrawnSheets;
import org.stampwright.postage.imports.ImportDocument.GivenSheet;
import org.stampwright.postage.imports.ImportDocument.SystemState;
import org.stampwright.postage.rating.NewRates;
import org.stampwright.postage.rating.Product;

/** Reads the parts of an import document. Money is in whole mills. */
final class Reading {

    private static final long LARGEST_VALUE = 16_777_215;
    private static final int MOST_DRAWN = 10_000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Reading() {}

    static ImportDocument document(Fields fields) {
        fields.only("rates", "sheets", "serverSystems", "selectionProcedure", "accounts");
        List<GivenOrDrawn> sheets = fields.list("sheets", Reading::sheet);
        List<DrawnSheets> drawn = sheets.stream()
                .filter(s -> s.drawn() != null)
                .map(GivenOrDrawn::drawn)
                .toList();
        if (drawn.size() > 1) {
            throw new Misfit(fields.path("sheets"), "Draw one series at a time.");
        }
        return new ImportDocument(
                fields.has("rates") ? rates(fields.object("rates")) : null,
                sheets.stream()
                        .filter(s -> s.given() != null)
                        .map(GivenOrDrawn::given)
                        .toList(),
                drawn.isEmpty() ? null : drawn.get(0),
                fields.list("serverSystems", Reading::serverSystem),
                fields.text("selectionProcedure", null),
                fields.list("accounts", Reading::client));
    }

    private static NewRates rates(Fields fields) {
        fields.only("validFrom", "serviceFee", "smallestOrder", "products");
        List<Product> products = fields.list("products", Reading::product);
        if (products.isEmpty()) {
            throw new Misfit(fields.path("products"), "Rates need at least one product.");
        }
        Set<String> names = new HashSet<>();
        for (Product product : products) {
            if (!names.add(product.product())) {
                throw new Misfit(fields.path("products"), product.product() + " appears twice.");
            }
        }
        return new NewRates(
                fields.checked("validFrom", Reading::moment),
                Money.ofMills(fields.number("serviceFee", 0, LARGEST_VALUE)),
                Money.ofMills(fields.number("smallestOrder", 0, LARGEST_VALUE)),
                products);
    }

    private static Instant moment(String text) {
        Instant moment = Instant.parse(text);
        if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
            throw new IllegalArgumentException("Rates begin between the years 2000 and 9999.");
        }
        return moment;
    }

    private static Product product(Fields fields) {
        fields.only("product", "description", "kind", "value", "minimum", "maximum", "rateCategory");
        String kind = fields.text("kind", fields.has("value") ? Product.FIXED : Product.FREE_VALUE);
        if (!kind.equals(Product.FIXED) && !kind.equals(Product.FREE_VALUE)) {
            throw new Misfit(fields.path("kind"), "A product is fixed or free-value.");
        }
        boolean fixed = kind.equals(Product.FIXED);
        if (!fixed && fields.has("value")) {
            throw new Misfit(fields.path("value"), "The buyer chooses a free value.");
        }
        long value = fixed ? fields.number("value", 1, LARGEST_VALUE) : 0;
        long minimum = fixed ? value : fields.number("minimum", 1, LARGEST_VALUE);
        long maximum = fixed ? value : fields.number("maximum", minimum, LARGEST_VALUE);
        return new Product(
                fields.checked("product", Reading::name),
                fields.text("description"),
                kind,
                fixed ? Money.ofMills(value) : null,
                Money.ofMills(minimum),
                Money.ofMills(maximum),
                fields.checked("rateCategory", Reading::rateCategory));
    }

    private static String name(String text) {
        if (!text.matches("[a-z][a-z0-9-]{0,40}")) {
            throw new IllegalArgumentException("A product's name consists of a-z, 0-9 and -, like extra-ounce.");
        }
        return text;
    }

    private static String rateCategory(String text) {
        if (!text.matches("[!-~]([ -~]{0,2}[!-~])?")) {
            throw new IllegalArgumentException(
                    "A rate category has one to four ASCII characters, no blank at either end.");
        }
        return text;
    }

    private record GivenOrDrawn(GivenSheet given, DrawnSheets drawn) {}

    private static GivenOrDrawn sheet(Fields fields) {
        fields.only("serial", "stock", "state", "owner", "series", "count");
        String stock = fields.text("stock");
        if (fields.has("serial")) {
            refuseBeside(fields, "A sheet is given by its serial or drawn from a series, not both.", "series", "count");
            return new GivenOrDrawn(
                    new GivenSheet(
                            fields.text("serial"), stock, fields.text("state", "known"), fields.text("owner", null)),
                    null);
        }
        refuseBeside(
                fields,
                "Drawn sheets are known and have no owner; list a sheet by its serial to set more.",
                "state",
                "owner");
        String series = fields.text("series");
        if (!series.matches("[0-9A-HJ-NP-Z]{1,6}")) {
            throw new Misfit(fields.path("series"), "A series has one to six digits and capitals, without I and O.");
        }
        return new GivenOrDrawn(null, new DrawnSheets(series, (int) fields.number("count", 1, MOST_DRAWN), stock));
    }

    /** Refuses these fields where the import would ignore them. */
    private static void refuseBeside(Fields fields, String why, String... names) {
        for (String name : names) {
            if (fields.has(name)) {
                throw new Misfit(fields.path(name), why);
            }
        }
    }

    private static SystemState serverSystem(Fields fields) {
        fields.only("name", "state");
        return new SystemState(fields.text("name"), fields.text("state"));
    }

    private static String client(Fields fields) {
        fields.only("kind", "name");
        if (!fields.text("kind", "client").equals("client")) {
            throw new Misfit(fields.path("kind"), "An import creates only clients.");
        }
        if (!Accounts.isClientName(fields.text("name"))) {
            throw new Misfit(fields.path("name"), "A client's name consists of a-z, 0-9, dot, - and _.");
        }
        return fields.text("name");
    }
}
