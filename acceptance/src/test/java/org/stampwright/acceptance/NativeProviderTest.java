package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(VendorSystem.Running.class)
@DisplayName("Instances and authority sign and check by the native provider, and say so")
class NativeProviderTest {

    @ParameterizedTest
    @ValueSource(strings = {"authority", "alder", "birch"})
    void each_says_so_at_its_start(String process, VendorSystem system) throws IOException {
        assertThat(Files.readString(system.home().resolve("logs/" + process + ".log")))
                .contains("AmazonCorrettoCryptoProvider 2.5.0 signs and checks")
                .doesNotContain("the JDK's own provider signs and checks");
    }
}
