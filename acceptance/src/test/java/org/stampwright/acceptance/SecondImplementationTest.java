package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.acceptance.Api.Purchase;
import org.stampwright.indicium.SignedIndicium;

/** docs/indicium-format.md suffices for a second implementation: one in Python and openssl agrees on real stamps. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("A second implementation, written from the documents, agrees")
class SecondImplementationTest {

    @Test
    void it_decodes_the_same_fields_and_finds_the_stamp_genuine(VendorSystem system, @TempDir Path folder)
            throws Exception {
        SignedIndicium stamp = bought(system);
        Cli.Run run = python(system, folder, stamp.encode());
        JsonObject judged = VendorSystem.array(run.out()).getJsonObject(0);
        assertThat(judged.getString("verdict")).as(run.out()).isEqualTo("genuine");
        assertThat(run.exit()).isZero();
        for (Map.Entry<String, Object> field : stamp.fields().entrySet()) {
            assertThat(plain(judged.get(field.getKey())))
                    .as(field.getKey())
                    .isEqualTo(String.valueOf(field.getValue()));
        }
    }

    @Test
    void it_finds_a_changed_value_forged(VendorSystem system, @TempDir Path folder) throws Exception {
        byte[] changed = bought(system).encode();
        changed[19]++;
        Cli.Run run = python(system, folder, changed);
        assertThat(VendorSystem.array(run.out()).getJsonObject(0).getString("verdict"))
                .isEqualTo("forged");
        assertThat(run.exit()).isEqualTo(1);
    }

    private static SignedIndicium bought(VendorSystem system) {
        Api api = system.newClient();
        JsonObject order = api.buys(Purchase.of(system.newSheet("US-LETTER-25"), 1));
        return Printing.as(system, api).indicia(order).get(0);
    }

    private static Cli.Run python(VendorSystem system, Path folder, byte[] stamp)
            throws IOException, InterruptedException {
        Path bundle = folder.resolve("trust-bundle");
        URI published = URI.create(system.status().getString("authority") + "/.well-known/stampwright/trust-bundle");
        try (InputStream in = published.toURL().openStream()) {
            Files.copy(in, bundle);
        }
        Path out = folder.resolve("out.json");
        Process process = new ProcessBuilder(
                        "python3",
                        system.root()
                                .resolve("acceptance/src/test/python/decode_stamp.py")
                                .toString(),
                        "--root",
                        system.home().resolve("trust/root.pem").toString(),
                        "--bundle",
                        bundle.toString(),
                        HexFormat.of().formatHex(stamp))
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Cli.Run(process.waitFor(), Files.readString(out), "");
    }

    private static String plain(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : String.valueOf(value);
    }
}
