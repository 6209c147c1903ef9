package org.stampwright.web.printing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.account.Secret;

class JnlpTest {

    private final String document = Jnlp.document("https://stamps.example/a&b", UUID.randomUUID(), new Secret("t-1"));

    @Test
    void carries_the_ticket_inside_and_has_no_address_of_its_own() {
        assertThat(document).contains("<argument>t-1</argument>");
        assertThat(document.substring(document.indexOf("<jnlp"), document.indexOf("<information>")))
                .doesNotContain("href");
    }

    @Test
    void takes_every_address_from_the_configuration() {
        assertThat(document)
                .contains("codebase=\"https://stamps.example/a&amp;b/print/\"")
                .contains("<argument>https://stamps.example/a&amp;b</argument>")
                .contains("jar href=\"https://stamps.example/a&amp;b/print/print-helper.jar\"");
    }
}
