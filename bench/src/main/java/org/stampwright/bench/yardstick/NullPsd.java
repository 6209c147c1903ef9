package org.stampwright.bench.yardstick;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.stampwright.indicium.Algorithm;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.OrderBinding;

/** A PSD without a database: franks a batch and has it receipted. Only one thread may use it. */
final class NullPsd {

    private static final Money VALUE = Money.ofMills(780);
    private static final long FUNDS = 1_000_000_000L;
    private static final LabelSerial LABEL = LabelSerial.draw("N", new SecureRandom());

    private final NullVendor vendor;
    private final NullVendor.Module indicium;
    private final NullVendor.Module seal;
    private final PsdSerial serial;
    private LedgerEntry newest;

    NullPsd(NullVendor vendor) throws IOException, InterruptedException {
        this.vendor = vendor;
        indicium = vendor.module("indicium");
        seal = vendor.module("seal");
        JsonObject psd = vendor.psd();
        serial = new PsdSerial(psd.getJsonNumber("psdSerial").longValueExact());
        newest = LedgerEntry.opened(
                serial, money(psd, "maximumDescending"), money(psd, "maximumPostage"), 1, 1, seal.certificate());
        report(List.of(), List.of());
        fund();
    }

    private void fund() throws IOException, InterruptedException {
        JsonObject download = vendor.send(
                "PUT",
                "/v1/psds/" + serial.value() + "/downloads/" + UUID.randomUUID(),
                Json.createObjectBuilder()
                        .add("amount", FUNDS)
                        .add("controlTotal", newest.registers().controlTotal().mills())
                        .build());
        if (!download.getString("state").equals("granted")) {
            throw new IOException("the authority grants no funds: " + download);
        }
        newest = newest.funded(Money.ofMills(FUNDS));
        report(List.of(), List.of());
    }

    /** Debits and seals one entry with a piece for each order; returns what it has to sign and to report. */
    Batch debit(int orders) {
        List<IndiciumContent> contents = new ArrayList<>();
        List<OrderBinding> bindings = new ArrayList<>();
        Registers registers = newest.registers();
        for (int i = 0; i < orders; i++) {
            registers = registers.debit(VALUE);
            contents.add(content(registers, newest.pieceCount() + i + 1));
            bindings.add(new OrderBinding(UUID.randomUUID(), 1, 1));
        }
        List<FrankedPiece> pieces = new ArrayList<>();
        for (int i = 0; i < orders; i++) {
            pieces.add(FrankedPiece.of(contents.get(i), bindings.get(i)));
        }
        newest = newest.franked(pieces);
        return new Batch(contents, bindings);
    }

    /** The pieces of the newest entry. */
    record Batch(List<IndiciumContent> contents, List<OrderBinding> bindings) {}

    /** Signs each piece and gets the receipt of the newest entry. */
    void signAndReport(Batch batch) throws IOException, InterruptedException {
        for (IndiciumContent content : batch.contents()) {
            indicium.sign(content.encode());
        }
        report(batch.contents(), batch.bindings());
    }

    private void report(List<IndiciumContent> contents, List<OrderBinding> bindings)
            throws IOException, InterruptedException {
        JsonArrayBuilder encoded = Json.createArrayBuilder();
        contents.forEach(content -> encoded.add(base64(content.encode())));
        JsonArrayBuilder hashes = Json.createArrayBuilder();
        bindings.forEach(binding -> hashes.add(base64(binding.hash())));
        JsonObject entry = Json.createObjectBuilder()
                .add("entry", base64(newest.encode()))
                .add("seal", base64(seal.sign(newest.encode())))
                .add("contents", encoded)
                .add("bindings", hashes)
                .build();
        vendor.send(
                "POST",
                "/v1/psds/" + serial.value() + "/entries",
                Json.createObjectBuilder()
                        .add("entries", Json.createArrayBuilder().add(entry))
                        .build());
    }

    private IndiciumContent content(Registers registers, long pieceCount) {
        JsonObject licence = vendor.licence();
        return new IndiciumContent(
                Algorithm.ECDSA_P256,
                indicium.certificate(),
                licence.getString("manufacturer"),
                licence.getString("model"),
                serial,
                registers,
                VALUE,
                null,
                licence.getInt("licensingPostcode"),
                0,
                licence.getString("softwareId"),
                "LTR",
                pieceCount,
                new LicenceNumber(licence.getJsonNumber("licence").longValueExact()),
                LABEL,
                1,
                LocalDate.now(ZoneOffset.UTC),
                licence.getInt("currency"),
                licence.getString("country"));
    }

    private static Money money(JsonObject psd, String name) {
        return Money.ofMills(psd.getJsonNumber(name).longValueExact());
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
