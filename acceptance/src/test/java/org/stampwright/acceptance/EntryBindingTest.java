package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Purchase;

/** docs/ledger-format.md suffices for a second implementation: one in Python agrees on what an entry binds. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("A second implementation agrees on which pieces, orders and lines an entry binds")
class EntryBindingTest {

    private static final Path ROOT =
            Path.of(System.getProperty("stampwright.root")).normalize();
    private static final Path GOLDEN = ROOT.resolve("indicium/src/test/resources/golden");
    private static final String ORDER = "3f0c1b52-0000-4000-8000-000000000001";
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void the_golden_entry_of_format_version_1_binds_its_content() throws Exception {
        String content = golden("content.bin");
        assertThat(check(golden("entry-franked.bin"), List.of(content))).isZero();
        assertThat(check(golden("entry-franked.bin"), List.of("82" + content.substring(2))))
                .isEqualTo(1);
    }

    @Test
    void the_golden_entry_of_format_version_2_binds_order_attempt_and_line_too() throws Exception {
        String entry = golden("entry-2/entry-franked.bin");
        String content = golden("entry-2/content.bin");
        assertThat(check(entry, List.of(content + "," + ORDER + ",2,3"))).isZero();
        assertThat(check(entry, List.of(content + "," + ORDER + ",2,4"))).isEqualTo(1);
        assertThat(check(entry, List.of(content + "," + ORDER + ",1,3"))).isEqualTo(1);
        assertThat(check(entry, List.of(content + "," + ORDER.replace('3', '4') + ",2,3")))
                .isEqualTo(1);
    }

    @Test
    void an_entry_of_the_running_system_binds_the_orders_and_lines_of_its_rows(VendorSystem system) throws Exception {
        JsonObject order = system.newClient().buys(Purchase.of(system.newSheet("US-LETTER-25"), 2));
        List<Object> entry = system.ledger()
                .rows(
                        "select distinct e.psd, e.number, encode(e.entry, 'hex') from ledger_entry e join"
                                + " indicium_content c"
                                + " on c.psd = e.psd and c.entry_number = e.number where c.order_id = ?::uuid",
                        order.getString("id"))
                .get(0);
        List<String> pieces = system
                .ledger()
                .rows(
                        "select encode(content, 'hex') || ',' || order_id || ',' || attempt || ',' || line"
                                + " from indicium_content where psd = ? and entry_number = ? order by piece_count",
                        entry.get(0),
                        entry.get(1))
                .stream()
                .map(row -> (String) row.get(0))
                .toList();
        assertThat(pieces).hasSizeGreaterThanOrEqualTo(2);
        assertThat(check((String) entry.get(2), pieces)).isZero();
        List<String> another = new ArrayList<>(pieces);
        another.set(0, pieces.get(0).replaceFirst("1$", "2"));
        assertThat(check((String) entry.get(2), another)).isEqualTo(1);
    }

    private static int check(String entry, List<String> pieces) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                ROOT.resolve("acceptance/src/test/python/check_entry.py").toString(),
                entry));
        command.addAll(pieces);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor();
    }

    private static String golden(String name) throws IOException {
        return HEX.formatHex(Files.readAllBytes(GOLDEN.resolve(name)));
    }
}
