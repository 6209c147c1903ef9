package org.stampwright.indicium.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The verdicts in {@code golden/verdicts/table.csv}, one per line: subject, root, bundle or a hyphen, seconds since
 * 1970, stamp in hex, verdict. The acceptance tests compare the second implementation with the same table.
 */
class VerdictTableTest {

    static Stream<String> lines() {
        return new String(GoldenFilesTest.golden("verdicts/table.csv"), StandardCharsets.US_ASCII).lines();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void the_verdict_is_that_of_the_table(String line) {
        String[] row = line.split(",");
        X509Certificate root = Certificates.read(GoldenFilesTest.golden("verdicts/" + row[1]));
        Clock clock = Clock.fixed(Instant.ofEpochSecond(Long.parseLong(row[3])), ZoneOffset.UTC);
        IndiciumVerifier verifier = row[2].equals("-")
                ? IndiciumVerifier.withoutBundle("none is given")
                : new IndiciumVerifier(
                        root, SignedTrustBundle.decode(GoldenFilesTest.golden("verdicts/" + row[2])), clock);
        assertThat(verifier.verify(HexFormat.of().parseHex(row[4])).word())
                .as(row[0])
                .isEqualTo(row[5]);
    }
}
