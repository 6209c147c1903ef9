package org.stampwright.authority.funds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadsTest {

    /** The columns: granted and withdrawn so far, reported control total, requested amount, refusal. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, false, 0, 1000, ",
        "0, 0, false, 1, 1000, control-total",
        "5000, 0, false, 5000, 1000, ",
        "5000, 0, false, 4999, 1000, control-total",
        "5000, 0, false, 5001, 1000, control-total",
        "5000, 0, false, 10000, 1000, control-total",
        "5000, 2000, true, 3000, 1000, withdrawn",
        "0, 0, false, 0, 2000, ",
        "0, 0, false, 0, 2001, maximum",
    })
    void a_download_is_granted_only_for_what_our_books_say(
            long granted, long withdrawn, boolean outOfUse, long controlTotal, long amount, String refusal) {
        Psd psd = new Psd(
                7, 1, UUID.randomUUID(), "alder", 2000, 100, granted, 0, null, 0, 0, granted, withdrawn, 0, outOfUse);
        assertThat(Downloads.judged(asked(amount, controlTotal), Optional.of(psd))
                        .reason())
                .isEqualTo(refusal);
    }

    @ParameterizedTest
    @CsvSource({"0", "1000"})
    void a_psd_that_nobody_knows_gets_nothing(long controlTotal) {
        Download judged = Downloads.judged(asked(1000, controlTotal), Optional.empty());
        assertThat(judged.reason()).isEqualTo("unknown-psd");
        assertThat(judged.granted()).isFalse();
    }

    private static Download asked(long amount, long controlTotal) {
        return new Download(1, UUID.randomUUID(), 7, amount, controlTotal, null, Instant.EPOCH);
    }
}
