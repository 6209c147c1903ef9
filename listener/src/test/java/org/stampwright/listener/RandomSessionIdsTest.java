package org.stampwright.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RandomSessionIdsTest {

    @Test
    void a_session_id_has_at_least_128_bits_and_never_repeats() {
        var ids = new RandomSessionIds();
        assertThat(Base64.getUrlDecoder().decode(ids.generateUuid(null))).hasSizeGreaterThanOrEqualTo(16);
        assertThat(Stream.generate(ids::generateUuid).limit(10_000)).doesNotHaveDuplicates();
    }
}
