package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.acceptance.Api.Purchase;

/** R18: two clients at two addresses at the same time; the address is recorded on each order. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R18: a second client at another address")
class R18TwoAddressesTest {

    @Test
    void each_buys_and_prints_and_the_order_records_where_it_came_from(VendorSystem system, @TempDir Path folder) {
        List<String> sheets = system.newSheets("US-LETTER-25", 2);
        List<CompletableFuture<String>> clients = Stream.of("127.0.0.1", "127.0.0.2")
                .map(address -> CompletableFuture.supplyAsync(() -> buysAndPrints(
                        address, system, sheets.get(address.endsWith("1") ? 0 : 1), folder.resolve(address + ".pdf"))))
                .toList();
        assertThat(addressOf(system, clients.get(0).join())).isEqualTo("127.0.0.1");
        assertThat(addressOf(system, clients.get(1).join())).isEqualTo("127.0.0.2");
    }

    /** Buys and prints a stamp that verifies; returns the order's id. */
    private static String buysAndPrints(String address, VendorSystem system, String sheet, Path pdf) {
        String order = orderFrom(address, system, Purchase.of(sheet, 1));
        system.api().settled(order);
        Printing printing = Printing.as(system, system.api());
        assertThat(printing.helper(printing.ticket(order), sheet, pdf).exit()).isZero();
        assertThat(VendorSystem.array(system.cli().must("verify", pdf.toString()))
                        .getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(stamp -> {
                    assertThat(stamp.getBoolean("valid")).isTrue();
                    assertThat(stamp.getString("labelSerial")).isEqualTo(sheet);
                });
        return order;
    }

    private static String addressOf(VendorSystem system, String order) {
        return system.api().settled(order).getString("address");
    }

    /** Uses a socket, because the JDK's client cannot choose its local address. */
    private static String orderFrom(String address, VendorSystem system, Purchase purchase) {
        Api api = system.api();
        URI base = api.base();
        byte[] body = purchase.json().getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/v1/orders HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: "
                + api.authorization() + "\r\nIdempotency-Key: " + UUID.randomUUID()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", base.getPort()));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String location = answer.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("location:"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no Location"));
            return location.substring(location.lastIndexOf('/') + 1).trim();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
