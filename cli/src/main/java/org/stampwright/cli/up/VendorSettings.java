package org.stampwright.cli.up;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.home.Secrets;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.PlannedInstance;
import org.stampwright.cli.world.Enrolment;
import org.stampwright.indicium.stock.LabelStocks;

/** The MicroProfile Config of one vendor instance. */
record VendorSettings(Home home, Plan plan, String databaseUrl, Enrolment enrolment) {

    Map<String, String> of(PlannedInstance instance) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("stampwright.instance.name", instance.name());
        settings.put("stampwright.instance.role", instance.role().text());
        int internal = plan.ports().internal(instance.number());
        settings.put("stampwright.instance.address", local(internal));
        settings.put("stampwright.instance.internal-port", Integer.toString(internal));
        settings.put(
                "stampwright.instance.folder", home.instance(instance.name()).toString());
        settings.put(
                "stampwright.public-url",
                local(plan.ports().instance(plan.storefront().number())));
        settings.put("stampwright.helper-jar", home.helperJar().toString());
        settings.put(LabelStocks.FOLDER_PROPERTY, home.stock().toString());
        // The keystore module and the sandbox are for development; both refuse to work in any other mode.
        settings.put("stampwright.development-mode", "true");
        settings.put("stampwright.module.kind", "keystore");
        settings.put("stampwright.module.password", home.secrets().modulePassword(instance.name()));
        addDatabase(settings);
        addWorld(settings, plan.ports());
        return settings;
    }

    private void addDatabase(Map<String, String> settings) {
        Secrets secrets = home.secrets();
        settings.put("stampwright.db.url", databaseUrl);
        settings.put("stampwright.db.app.user", "stampwright_app");
        settings.put("stampwright.db.app.password", secrets.appPassword());
        settings.put("stampwright.db.audit.user", "stampwright_audit");
        settings.put("stampwright.db.audit.password", secrets.auditPassword());
    }

    private void addWorld(Map<String, String> settings, Ports ports) {
        Secrets secrets = home.secrets();
        settings.put("stampwright.authority.url", local(ports.authority()));
        settings.put("stampwright.authority.root", home.root().toString());
        settings.put("stampwright.enrolment.key", secrets.enrolmentKey().toString());
        settings.put("stampwright.enrolment.key-id", enrolment.keyId());
        settings.put("stampwright.auditor.key", secrets.auditorKey().toString());
        settings.put("stampwright.auditor.key-id", enrolment.auditorKeyId());
        settings.put("stampwright.cards.url", local(ports.cards()));
        settings.put("stampwright.cards.page-origin", local(ports.cards()));
        settings.put("stampwright.cards.key", secrets.cardKey());
        settings.put("stampwright.cards.webhook-secret", secrets.cardWebhookSecret());
    }

    static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
