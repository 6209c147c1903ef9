package org.stampwright.paper;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.indicium.stock.StockFile;

/**
 * The content of a redeemed ticket: the signed indicia of one order, their positions on the medium, and the trust
 * bundle to check them with. It has no signature of its own: the print helper trusts only what each indicium and the
 * bundle prove. As JSON:
 *
 * <pre>{"format":1, "order":uuid, "serial":"11 characters", "stock":"US-LETTER-25", "run":uuid,
 *  "pieces":[{"position":n, "indicium":base64 of 136 bytes, "product":"letter"}],
 *  "bundle":base64, "stockData":"the stock's data, where the reader may not know it"}</pre>
 *
 * @param order the order it belongs to
 * @param serial of the sheet or label
 * @param stock name of the label stock
 * @param run the run of the helper that the ticket is bound to
 * @param pieces one for each stamp
 * @param bundle the signed trust bundle's bytes
 * @param stockData the stock's data as in its file, if it travels along
 */
public record PrintJob(
        UUID order,
        LabelSerial serial,
        String stock,
        UUID run,
        List<Piece> pieces,
        byte[] bundle,
        Optional<String> stockData) {

    /** Looked up once; each call of {@link jakarta.json.Json} looks the provider up again. */
    private static final JsonProvider JSON = JsonProvider.provider();

    /** The only format so far. */
    public static final int FORMAT = 1;

    public PrintJob {
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(serial, "serial");
        Objects.requireNonNull(stock, "stock");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(stockData, "stockData");
        pieces = List.copyOf(pieces);
        bundle = bundle.clone();
        if (pieces.isEmpty()) {
            throw new IllegalArgumentException("a print job has at least one piece");
        }
    }

    /**
     * One stamp of a job.
     *
     * @param position of the label on the sheet, from 1; 0 where the medium is a single label
     * @param indicium its 136 bytes
     * @param product name of the product, for people
     */
    public record Piece(int position, byte[] indicium, String product) {
        public Piece {
            Objects.requireNonNull(product, "product");
            indicium = indicium.clone();
            if (position < 0) {
                throw new IllegalArgumentException("position of a piece must not be negative, but is " + position);
            }
            if (indicium.length != SignedIndicium.LENGTH) {
                throw new IllegalArgumentException(
                        "an indicium has " + SignedIndicium.LENGTH + " bytes, not " + indicium.length);
            }
        }

        @Override
        public byte[] indicium() {
            return indicium.clone();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Piece that
                    && position == that.position
                    && product.equals(that.product)
                    && Arrays.equals(indicium, that.indicium);
        }

        @Override
        public int hashCode() {
            return Objects.hash(position, product, Arrays.hashCode(indicium));
        }
    }

    @Override
    public byte[] bundle() {
        return bundle.clone();
    }

    /**
     * Returns the stock for this job: the one sent with it, else the known one with this name.
     *
     * @throws IllegalArgumentException if there is neither
     */
    public LabelStock labelStock() {
        if (stockData.isEmpty()) {
            return LabelStocks.builtIn()
                    .find(stock)
                    .orElseThrow(() -> new IllegalArgumentException("label stock " + stock + " is not known here"));
        }
        try {
            return StockFile.read(stock, new StringReader(stockData.get()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the same job with every stamp as a specimen, for display only. */
    public PrintJob asSpecimens() {
        List<Piece> specimens = pieces.stream()
                .map(piece -> new Piece(
                        piece.position(),
                        SignedIndicium.decode(piece.indicium())
                                .content()
                                .specimen()
                                .encode(),
                        piece.product()))
                .toList();
        return new PrintJob(order, serial, stock, run, specimens, bundle, stockData);
    }

    /** Returns the job as JSON. */
    public JsonObject toJson() {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        for (Piece piece : pieces) {
            array.add(JSON.createObjectBuilder()
                    .add("position", piece.position())
                    .add("indicium", Base64.getEncoder().encodeToString(piece.indicium()))
                    .add("product", piece.product()));
        }
        JsonObjectBuilder json = JSON.createObjectBuilder()
                .add("format", FORMAT)
                .add("order", order.toString())
                .add("serial", serial.printed())
                .add("stock", stock)
                .add("run", run.toString())
                .add("pieces", array)
                .add("bundle", Base64.getEncoder().encodeToString(bundle));
        stockData.ifPresent(data -> json.add("stockData", data));
        return json.build();
    }

    /**
     * Reads a job from the object that {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    public static PrintJob of(JsonObject json) {
        try {
            return read(json);
        } catch (NullPointerException | ClassCastException e) {
            throw new IllegalArgumentException("not a print job: " + e.getMessage(), e);
        }
    }

    private static PrintJob read(JsonObject json) {
        if (json.getInt("format") != FORMAT) {
            throw new IllegalArgumentException("a print job of format " + json.getInt("format") + " is not known");
        }
        JsonArray pieces = json.getJsonArray("pieces");
        return new PrintJob(
                UUID.fromString(json.getString("order")),
                LabelSerial.parse(json.getString("serial")),
                json.getString("stock"),
                UUID.fromString(json.getString("run")),
                pieces.stream()
                        .map(JsonValue::asJsonObject)
                        .map(PrintJob::piece)
                        .toList(),
                Base64.getDecoder().decode(json.getString("bundle")),
                Optional.ofNullable(json.getString("stockData", null)));
    }

    private static Piece piece(JsonObject json) {
        return new Piece(
                json.getInt("position"),
                Base64.getDecoder().decode(json.getString("indicium")),
                json.getString("product"));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrintJob that
                && order.equals(that.order)
                && serial.equals(that.serial)
                && stock.equals(that.stock)
                && run.equals(that.run)
                && pieces.equals(that.pieces)
                && Arrays.equals(bundle, that.bundle)
                && stockData.equals(that.stockData);
    }

    @Override
    public int hashCode() {
        return Objects.hash(order, serial, stock, run, pieces, Arrays.hashCode(bundle), stockData);
    }
}
