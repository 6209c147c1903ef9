package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.stampwright.acceptance.Api.Purchase;
import org.stampwright.indicium.SignedIndicium;
import org.stampwright.indicium.symbol.ReadSymbol;
import org.stampwright.indicium.symbol.SymbolReader;

@ExtendWith(VendorSystem.Running.class)
@DisplayName("A signed indicium leaves the vendor only in the answer to a redeemed ticket")
class SpecimenTest {

    private static final byte[] NO_SIGNATURE = new byte[64];

    @TempDir
    private Path folder;

    @Test
    void every_answer_of_a_paid_unprinted_order_shows_specimens_only(VendorSystem system) throws Exception {
        Api api = system.api();
        JsonObject order = api.buys(Purchase.of(system.newSheet("US-LETTER-25"), 2));
        List<String> pictures = order.getJsonArray("specimens").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
        assertThat(pictures).hasSize(2);
        for (String picture : pictures) {
            assertThat(symbols(api, picture)).isNotEmpty().allSatisfy(bytes -> {
                SignedIndicium shown = SignedIndicium.decode(bytes);
                assertThat(shown.signature()).isEqualTo(NO_SIGNATURE);
                assertThat(shown.content().registers().ascending().isZero()).isTrue();
                assertThat(shown.content().registers().descending().isZero()).isTrue();
            });
        }
        String id = order.getString("id");
        for (String path : List.of(
                "/api/v1/orders/" + id,
                "/api/v1/sheets/" + order.getString("sheet"),
                "/operator/api/orders",
                "/operator/api/psds",
                "/operator/api/overview")) {
            Api asker = path.startsWith("/operator") ? system.operator() : api;
            assertThat(asker.get(path).body()).as(path).isNotEmpty().doesNotContain(signatures(system, id));
        }
    }

    @Test
    void every_page_about_a_paid_unprinted_order_shows_specimens_only(VendorSystem system) throws Exception {
        String sheet = system.newSheet("US-LETTER-25");
        try (Browser browser = Browser.open(folder, 1280, 1000)) {
            Shop.in(system, browser).buys(sheet, 1, "2");
            String page = browser.address();
            String id = page.replaceAll(".*order=([0-9a-f-]{36}).*", "$1");
            showsNothingSigned(browser, system, id);
            browser.go(page.replace("/return?", "/order?"));
            assertThat(showsNothingSigned(browser, system, id))
                    .as("stamps that are shown with the order")
                    .isEqualTo(2);
            for (String address :
                    List.of(page.replace("/order?", "/return?"), system.page("/order/" + id), system.page("/"))) {
                browser.go(address);
                showsNothingSigned(browser, system, id);
            }
            browser.go(page);
            browser.press(By.xpath("//button[contains(.,'Print with the helper')]"));
            assertThat(Files.readString(browser.download(".jnlp"))).doesNotContain(signatures(system, id));
            browser.go(system.page("/operator/orders"));
            JsonObject operator = system.status().getJsonObject("operator");
            browser.type(By.id("login:name"), operator.getString("user"));
            browser.type(By.id("login:password"), operator.getString("password"));
            browser.pressAndLeave(By.xpath("//main//button[contains(.,'Log in')]"));
            for (String path : List.of(
                    "/operator/orders",
                    "/operator/order?order=" + id,
                    "/operator/psds",
                    "/operator/sheets?serial=" + sheet,
                    "/operator/servers",
                    "/operator")) {
                browser.go(system.page(path));
                showsNothingSigned(browser, system, id);
            }
        }
    }

    /**
     * Checks that neither the page's text nor any of its pictures contains a signature.
     *
     * @return the stamps in its pictures
     */
    private static int showsNothingSigned(Browser browser, VendorSystem system, String order) throws IOException {
        assertThat(browser.source()).as(browser.address()).doesNotContain(signatures(system, order));
        int stamps = 0;
        for (Browser.Picture picture : browser.pictures(By.tagName("img"))) {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(browser.bytesOf(picture.address())));
            for (ReadSymbol symbol : image == null ? List.<ReadSymbol>of() : SymbolReader.read(image)) {
                assertThat(SignedIndicium.decode(symbol.bytes()).signature()).isEqualTo(NO_SIGNATURE);
                stamps++;
            }
        }
        return stamps;
    }

    private static List<byte[]> symbols(Api api, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.base().resolve(path))
                .header("Authorization", api.authorization())
                .build();
        HttpResponse<byte[]> picture =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(picture.statusCode()).isEqualTo(200);
        return SymbolReader.read(ImageIO.read(new ByteArrayInputStream(picture.body()))).stream()
                .map(ReadSymbol::bytes)
                .toList();
    }

    /** The signatures, as hex and as Base64, complete. */
    private static List<String> signatures(VendorSystem system, String order) {
        List<String> signatures = system
                .ledger()
                .rows(
                        "select signature from indicium_fate f join indicium_content c using (psd, piece_count) "
                                + "where c.order_id = ?::uuid",
                        order)
                .stream()
                .map(row -> (byte[]) row.get(0))
                .flatMap(bytes -> java.util.stream.Stream.of(
                        HexFormat.of().formatHex(bytes), Base64.getEncoder().encodeToString(bytes)))
                .toList();
        assertThat(signatures).as("the order's signatures").isNotEmpty();
        return signatures;
    }
}
