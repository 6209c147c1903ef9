package org.stampwright.web.printing;

import java.util.UUID;
import org.stampwright.postage.account.Secret;

/**
 * The file that starts the print helper by Java Web Start. It has no {@code href}, because Web Start would otherwise
 * fetch it again from that URL. It contains the ticket as an argument, and every address in it comes from the
 * configuration.
 */
final class Jnlp {

    static final String MEDIA_TYPE = "application/x-java-jnlp-file";

    private Jnlp() {}

    static String document(String publicUrl, UUID order, Secret ticket) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <jnlp spec="1.0+" codebase="%1$s/print/">
                  <information>
                    <title>Stampwright print helper</title>
                    <vendor>Stampwright</vendor>
                    <description>Prints the stamps of one order on its label sheet.</description>
                  </information>
                  <security><all-permissions/></security>
                  <resources>
                    <j2se version="17+"/>
                    <jar href="%1$s/print/print-helper.jar" main="true"/>
                  </resources>
                  <application-desc main-class="org.stampwright.webstart.PrintHelper">
                    <argument>%1$s</argument>
                    <argument>%2$s</argument>
                    <argument>%3$s</argument>
                  </application-desc>
                </jnlp>
                """
                .formatted(escaped(publicUrl), order, escaped(ticket.text()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
