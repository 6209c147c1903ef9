package org.stampwright.indicium;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndiciumContentTest {

    @Test
    void comesBackAsItWasWritten() {
        IndiciumContent content = Sample.content().build();
        byte[] bytes = content.encode();
        assertThat(bytes).hasSize(72);
        assertThat(IndiciumContent.decode(bytes)).isEqualTo(content);
        assertThat(Decoded.of(content.specimen().encode())).isInstanceOfSatisfying(Decoded.Ours.class,
                ours -> assertThat(ours.indicium().isSpecimen()).isTrue());
    }
}
