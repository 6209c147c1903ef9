package org.stampwright.authority.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PemTest {

    @Test
    void whatIsWrittenIsRead() {
        byte[] bytes = new byte[200];
        bytes[7] = 9;
        assertThat(Pem.content(Pem.of("PRIVATE KEY", bytes), "PRIVATE KEY")).isEqualTo(bytes);
    }

    @Test
    void anotherLabelIsRefused() {
        String pem = Pem.of("CERTIFICATE", new byte[3]);
        assertThatThrownBy(() -> Pem.content(pem, "PRIVATE KEY")).isInstanceOf(IllegalArgumentException.class);
    }
}
