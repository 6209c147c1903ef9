package org.stampwright.cli.up;

import java.net.URI;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.database.Operator;
import org.stampwright.cli.database.PostgresServer;
import org.stampwright.cli.database.Roles;
import org.stampwright.cli.database.Schema;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.node.Distribution;
import org.stampwright.cli.node.Listeners;
import org.stampwright.cli.node.PayaraInstance;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.PlannedInstance;
import org.stampwright.cli.supervision.Children;
import org.stampwright.cli.supervision.Pause;
import org.stampwright.cli.supervision.Program;
import org.stampwright.cli.world.Authority;
import org.stampwright.cli.world.Cards;
import org.stampwright.cli.world.Enrolment;
import org.stampwright.cli.world.JsonHttp;
import org.stampwright.cli.world.UnexpectedResponse;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.indicium.stock.UnusableStock;

/** Starts everything in a home's plan; running programs are left alone. */
final class StartSequence {

    private static final String POSTGRES = "postgres";
    /**
     * The limit of a complete start: long enough for an instance's first attempt and its second, which gets twice as
     * long.
     */
    static final Duration LIMIT = Duration.ofSeconds(310);

    private static final Duration BRIEFLY = Duration.ofSeconds(5);
    static final String VENDOR_MEMORY = "512m";

    private final Home home;
    private final Distribution distribution;
    private final Children children;
    private final Progress progress;
    private Authority authority;
    private Approvals approvals;
    private long deadline;

    StartSequence(Home home, Distribution distribution, Children children, Progress progress) {
        this.home = home;
        this.distribution = distribution;
        this.children = children;
        this.progress = progress;
    }

    void bringUp(Plan plan) throws InterruptedException {
        deadline = System.nanoTime() + LIMIT.toNanos();
        requireFreePorts(plan);
        requireUsableStock();
        PostgresServer database = new PostgresServer(home, plan.ports().postgres());
        if (!children.has(POSTGRES)) {
            startDatabase(plan, database);
            startWorld(plan, database);
        }
        Enrolment enrolment = enrolment();
        List<String> started =
                startInstances(plan, new VendorSettings(home, plan, database.url("stampwright"), enrolment));
        new HelperJar(home, distribution).make();
        awaitHealthy(
                started.isEmpty()
                        ? plan.instances().stream().map(PlannedInstance::name).toList()
                        : started);
        importAndAwaitDevices(plan);
    }

    Approvals approvals() {
        return approvals;
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }

    /** Checks the stock files before anything is started: instances would only fail on unusable stock. */
    private void requireUsableStock() {
        try {
            if (Files.isDirectory(home.stock())) {
                LabelStocks.with(home.stock());
            }
        } catch (UnusableStock unusable) {
            throw new Refusal(unusable.getMessage(), unusable);
        }
    }

    private void requireFreePorts(Plan plan) {
        Ports ports = plan.ports();
        if (!children.has(POSTGRES)) {
            new PostgresServer(home, ports.postgres()).stopOrphan();
            Ports.requireFree(ports.postgres(), "PostgreSQL");
            Ports.requireFree(ports.authority(), "the authority");
            Ports.requireFree(ports.authorityInternal(), "the internal listener of the authority");
            Ports.requireFree(ports.cards(), "the card sandbox");
            Ports.requireFree(ports.cardsHealth(), "the health of the card sandbox");
        }
        for (PlannedInstance instance : plan.instances()) {
            if (!children.has(instance.name())) {
                Ports.requireFree(ports.instance(instance.number()), "instance " + instance.name());
                Ports.requireFree(ports.internal(instance.number()), "the internal listener of " + instance.name());
            }
        }
    }

    private void startDatabase(Plan plan, PostgresServer database) throws InterruptedException {
        int port = plan.ports().postgres();
        children.start(new Program(
                POSTGRES,
                port,
                database::prepare,
                database.command(),
                home.folder(),
                home.log(POSTGRES),
                database::answers,
                Program.WHILE_THE_PROCESS_LIVES,
                PostgresServer.PATIENCE,
                "INT"));
        children.awaitHealthy(List.of(POSTGRES), left(), Pause.NONE);
        progress.step("PostgreSQL answers on 127.0.0.1:" + port);
        try {
            new Roles(database, home.secrets()).make();
            String url = database.url("stampwright");
            String version =
                    Schema.migrate(url, "stampwright_owner", home.secrets().ownerPassword());
            Operator.setPassword(
                    url,
                    "stampwright_owner",
                    home.secrets().ownerPassword(),
                    home.secrets().operatorPassword());
            progress.step("the schema is at version " + version);
        } catch (SQLException failed) {
            throw new Refusal("the database could not be set up: " + failed.getMessage(), failed);
        }
    }

    /** Starts the stand-ins for the authority and the card company, each as a process of its own. */
    private void startWorld(Plan plan, PostgresServer database) {
        children.start(Authority.instance(home, plan, database.url("authority"))
                .program(home, distribution, distribution.authority()));
        children.start(Cards.program(
                home,
                distribution,
                plan,
                VendorSettings.local(plan.ports().instance(plan.storefront().number()))));
        authority = new Authority(plan.ports().authority(), home.secrets().authorityAdminPassword());
        approvals = new Approvals(authority, children, progress);
    }

    /** Enrols once per home; each instance's settings contain the key ids that the authority returned. */
    private Enrolment enrolment() throws InterruptedException {
        Optional<Enrolment> kept = Enrolment.kept(home);
        if (kept.isPresent()) {
            return kept.get();
        }
        children.awaitHealthy(List.of(Authority.NAME, Cards.NAME), left(), Pause.NONE);
        Enrolment fresh = Enrolment.ask(home, authority);
        progress.step("enrolled at the authority as vendor " + fresh.vendor());
        return fresh;
    }

    private List<String> startInstances(Plan plan, VendorSettings settings) {
        List<String> started = new ArrayList<>();
        for (PlannedInstance instance : plan.instances()) {
            if (!children.has(instance.name())) {
                children.start(new PayaraInstance(
                                instance.name(),
                                plan.ports().instance(instance.number()),
                                Listeners.ofVendor(plan.ports().internal(instance.number())),
                                settings.of(instance),
                                VENDOR_MEMORY,
                                plan.performance())
                        .program(home, distribution, distribution.vendorApplication()));
                started.add(instance.name());
            }
        }
        progress.step(
                started.isEmpty()
                        ? "every instance has been started before"
                        : "starting " + String.join(", ", started));
        return started;
    }

    /** Waits for the processing instances, which can frank once they own a PSD with a certified module. */
    private void importAndAwaitDevices(Plan plan) throws InterruptedException {
        URI storefront = URI.create(
                VendorSettings.local(plan.ports().instance(plan.storefront().number())));
        JsonHttp operator =
                JsonHttp.basic(storefront, Operator.LOGIN, home.secrets().operatorPassword());
        List<String> admitted;
        try {
            admitted = new FirstImport(home, storefront, operator).run(plan);
        } catch (UnexpectedResponse refused) {
            throw new Refusal("the first import failed: " + refused.getMessage(), refused);
        }
        if (!admitted.isEmpty()) {
            progress.step("admitted " + String.join(", ", admitted));
        }
        PsdOwnership devices = new PsdOwnership(
                operator.within(BRIEFLY),
                plan.instances().stream()
                        .filter(one -> admitted.contains(one.name()))
                        .filter(one -> one.role().processes())
                        .map(PlannedInstance::name)
                        .toList());
        children.await("PSDs for " + String.join(", ", devices.owners()), devices, left(), approvals);
        if (sellingIsStopped(new PsdOwnership(operator, devices.owners()))) {
            progress.step("selling is stopped: the authority knows more than the database; see " + storefront
                    + "/operator/selling");
        } else if (!devices.owners().isEmpty()) {
            progress.step("PSDs are ready on " + String.join(", ", devices.owners()));
        }
    }

    private static boolean sellingIsStopped(PsdOwnership devices) throws InterruptedException {
        try {
            return devices.sellingIsStopped();
        } catch (UnexpectedResponse refused) {
            throw new Refusal("whether selling is stopped cannot be asked: " + refused.getMessage(), refused);
        }
    }

    private void awaitHealthy(List<String> started) throws InterruptedException {
        List<String> awaited = new ArrayList<>(List.of(Authority.NAME, Cards.NAME));
        awaited.addAll(started);
        children.awaitHealthy(awaited, left(), approvals);
        progress.step("healthy: " + String.join(", ", awaited));
    }
}
