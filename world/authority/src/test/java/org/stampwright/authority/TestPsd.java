package org.stampwright.authority;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.stampwright.indicium.Algorithm;
import org.stampwright.indicium.CertificateSerial;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.indicium.LicenceNumber;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.Registers;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.ledger.FrankedPiece;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.OrderBinding;
import org.stampwright.indicium.trust.P256;

/** A PSD as its vendor stores it: the newest entry, and the unsent ones. */
final class TestPsd {

    private LocalDate frankedOn = LocalDate.now(ZoneOffset.UTC);

    private static final LabelSerial LABEL = LabelSerial.draw("A7", TestVendor.RANDOM);

    private static final OrderBinding ORDER = new OrderBinding(UUID.randomUUID(), 1, 1);

    final TestVendor vendor;
    final TestVendor.Module indicium;
    final TestVendor.Module seal;
    final long serial;
    LedgerEntry newest;
    private final List<JsonObject> unsent = new ArrayList<>();

    TestPsd(TestVendor vendor) throws IOException, InterruptedException {
        this(vendor, LedgerEntry.FORMAT_VERSION);
    }

    /** Creates one whose ledger is in this format until a takeover. */
    TestPsd(TestVendor vendor, int formatVersion) throws IOException, InterruptedException {
        this(vendor, "alder", formatVersion);
    }

    TestPsd(TestVendor vendor, String serverSystem) throws IOException, InterruptedException {
        this(vendor, serverSystem, LedgerEntry.FORMAT_VERSION);
    }

    private TestPsd(TestVendor vendor, String serverSystem, int formatVersion)
            throws IOException, InterruptedException {
        this.vendor = vendor;
        indicium = vendor.module("indicium", serverSystem);
        seal = vendor.module("seal", serverSystem);
        JsonObject psd = vendor.put("/v1/psds/" + UUID.randomUUID(), "{\"serverSystem\":\"" + serverSystem + "\"}")
                .json();
        serial = psd.getJsonNumber("psdSerial").longValueExact();
        newest = LedgerEntry.opened(
                        new PsdSerial(serial),
                        Money.ofMills(psd.getJsonNumber("maximumDescending").longValueExact()),
                        Money.ofMills(psd.getJsonNumber("maximumPostage").longValueExact()),
                        1,
                        1,
                        new CertificateSerial(seal.certificateSerial()))
                .inFormat(formatVersion);
        unsent.add(json(newest, List.of()));
    }

    Reply download(UUID id, long amount, long controlTotal) throws IOException, InterruptedException {
        return vendor.put("/v1/psds/" + serial + "/downloads/" + id, downloadBody(amount, controlTotal));
    }

    static String downloadBody(long amount, long controlTotal) {
        return Json.createObjectBuilder()
                .add("amount", amount)
                .add("controlTotal", controlTotal)
                .build()
                .toString();
    }

    long controlTotal() {
        return newest.registers().controlTotal().mills();
    }

    /** Downloads this amount and records it. */
    TestPsd funded(long amount) throws IOException, InterruptedException {
        Reply reply = download(UUID.randomUUID(), amount, controlTotal());
        if (!reply.json().getString("state").equals("granted")) {
            throw new IllegalStateException(reply.json().toString());
        }
        return add(newest.funded(Money.ofMills(amount)), List.of());
    }

    /** Franks on this day from now on, instead of today. */
    TestPsd frankingOn(LocalDate day) {
        frankedOn = day;
        return this;
    }

    /** Franks a batch of stamps of these values and records it. */
    List<IndiciumContent> franked(long... values) {
        List<IndiciumContent> contents = contents(values);
        add(newest.franked(pieces(contents)), contents);
        return contents;
    }

    /** Binds these contents to the one order that this vendor uses for everything. */
    static List<FrankedPiece> pieces(List<IndiciumContent> contents) {
        return contents.stream().map(content -> FrankedPiece.of(content, ORDER)).toList();
    }

    List<IndiciumContent> contents(long... values) {
        return contents(newest, values);
    }

    List<IndiciumContent> contents(LedgerEntry before, long... values) {
        List<IndiciumContent> contents = new ArrayList<>();
        Registers registers = before.registers();
        for (long value : values) {
            registers = registers.debit(Money.ofMills(value));
            contents.add(content(registers, value, before.pieceCount() + contents.size() + 1));
        }
        return contents;
    }

    private IndiciumContent content(Registers registers, long value, long pieceCount) {
        JsonObject licence = vendor.licence;
        return new IndiciumContent(
                Algorithm.ECDSA_P256,
                new CertificateSerial(indicium.certificateSerial()),
                licence.getString("manufacturer"),
                licence.getString("model"),
                new PsdSerial(serial),
                registers,
                Money.ofMills(value),
                null,
                licence.getInt("licensingPostcode"),
                0,
                licence.getString("softwareId"),
                "LTR",
                pieceCount,
                new LicenceNumber(licence.getJsonNumber("licence").longValueExact()),
                LABEL,
                1,
                frankedOn,
                licence.getInt("currency"),
                licence.getString("country"));
    }

    SignedIndicium signed(IndiciumContent content) {
        return new SignedIndicium(content, P256.sign(indicium.keys().getPrivate(), content.encode()));
    }

    TestPsd add(LedgerEntry entry, List<IndiciumContent> contents) {
        newest = entry;
        unsent.add(json(entry, contents));
        return this;
    }

    /** Sends the unsent entries. */
    Reply report() throws IOException, InterruptedException {
        Reply reply = send(unsent);
        unsent.clear();
        return reply;
    }

    Reply send(List<JsonObject> entries) throws IOException, InterruptedException {
        JsonArrayBuilder list = Json.createArrayBuilder();
        entries.forEach(list::add);
        return vendor.post(
                "/v1/psds/" + serial + "/entries",
                Json.createObjectBuilder().add("entries", list).build().toString());
    }

    List<JsonObject> unsent() {
        return List.copyOf(unsent);
    }

    JsonObject json(LedgerEntry entry, List<IndiciumContent> contents) {
        return json(entry, contents, seal);
    }

    static JsonObject json(LedgerEntry entry, List<IndiciumContent> contents, TestVendor.Module seal) {
        JsonArrayBuilder list = Json.createArrayBuilder();
        JsonArrayBuilder bindings = Json.createArrayBuilder();
        for (IndiciumContent content : contents) {
            list.add(base64(content.encode()));
            bindings.add(base64(ORDER.hash()));
        }
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("entry", base64(entry.encode()))
                .add("seal", base64(P256.sign(seal.keys().getPrivate(), entry.encode())))
                .add("contents", list);
        return (entry.formatVersion() == 1 ? json : json.add("bindings", bindings)).build();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
