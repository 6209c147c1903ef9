package org.stampwright.cli.world;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.home.Secrets;
import org.stampwright.cli.node.Distribution;
import org.stampwright.cli.node.Health;
import org.stampwright.cli.node.Java;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.supervision.Program;

/** The card company's stand-in of this home: its start and settings. */
public final class Cards {

    public static final String NAME = "cards";

    /** The events a merchant subscribes to: each of them moves an order on; the many others do not. */
    private static final String EVENTS = "checkout.session.completed,checkout.session.expired,"
            + "payment_intent.amount_capturable_updated,payment_intent.payment_failed,payment_intent.canceled";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Cards() {}

    public static Program program(Home home, Distribution distribution, Plan plan, String storefront) {
        Ports ports = plan.ports();
        Path config = home.cards().resolve("sandbox.properties");
        Runnable prepare = () -> Secrets.writePrivately(config, settings(home, ports, storefront));
        List<String> command = Java.serverCommand(plan.performance(), "-Xmx96m");
        command.addAll(List.of("-jar", distribution.cardSandbox().toString(), "--config", config.toString()));
        return new Program(
                NAME,
                ports.cards(),
                prepare,
                command,
                home.cards(),
                home.log(NAME),
                new Health(ports.cards(), "/health"),
                new Health(ports.cardsHealth(), "/health"),
                PATIENCE,
                "TERM");
    }

    private static String settings(Home home, Ports ports, String storefront) {
        return """
                # Written at every start by `stampwright up`.
                port=%d
                health-port=%d
                public-url=http://127.0.0.1:%d
                journal=%s
                secret-key=%s
                webhook-url=%s
                webhook-secret=%s
                webhook-events=%s
                """
                .formatted(
                        ports.cards(),
                        ports.cardsHealth(),
                        ports.cards(),
                        home.cards().resolve("journal"),
                        home.secrets().cardKey(),
                        storefront + "/webhooks/cards",
                        home.secrets().cardWebhookSecret(),
                        EVENTS);
    }
}
