package org.stampwright.cli.up;

import org.stampwright.cli.Refusal;
import org.stampwright.cli.database.Operator;
import org.stampwright.cli.database.PostgresServer;
import org.stampwright.cli.database.Roles;
import org.stampwright.cli.database.Schema;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.node.Distribution;
import org.stampwright.cli.node.PayaraInstance;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.PlannedInstance;
import org.stampwright.cli.supervision.Children;
import org.stampwright.cli.supervision.Program;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings a home to what its plan says; what runs already stays as it is. */
final class StartSequence {

    private static final String POSTGRES = "postgres";
    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final String VENDOR_MEMORY = "512m";

    private final Home home;
    private final Distribution distribution;
    private final Children children;
    private final Progress progress;

    StartSequence(Home home, Distribution distribution, Children children, Progress progress) {
        this.home = home;
        this.distribution = distribution;
        this.children = children;
        this.progress = progress;
    }

    void bringUp(Plan plan) throws InterruptedException {
        requireFreePorts(plan);
        PostgresServer database = new PostgresServer(home, plan.ports().postgres());
        if (!children.has(POSTGRES)) {
            startDatabase(plan, database);
        }
        startInstances(plan, database);
        children.declareReady();
    }

    private void requireFreePorts(Plan plan) {
        Ports ports = plan.ports();
        if (!children.has(POSTGRES)) {
            new PostgresServer(home, ports.postgres()).stopOrphan();
            Ports.requireFree(ports.postgres(), "PostgreSQL");
            Ports.requireFree(ports.authority(), "the authority");
            Ports.requireFree(ports.cards(), "the card sandbox");
        }
        for (PlannedInstance instance : plan.instances()) {
            if (!children.has(instance.name())) {
                Ports.requireFree(ports.instance(instance.number()), "instance " + instance.name());
                Ports.requireFree(ports.grid(instance.number()), "the data grid of " + instance.name());
            }
        }
    }

    private void startDatabase(Plan plan, PostgresServer database) throws InterruptedException {
        int port = plan.ports().postgres();
        children.start(new Program(POSTGRES, port, database::prepare, database.command(), home.folder(),
                home.log(POSTGRES), database::answers, "INT"));
        children.awaitHealthy(List.of(POSTGRES), LIMIT, () -> { });
        progress.step("PostgreSQL answers on 127.0.0.1:" + port);
        try {
            new Roles(database, home.secrets()).make();
            String url = database.url("stampwright");
            String version = Schema.migrate(url, "stampwright_owner", home.secrets().ownerPassword());
            Operator.setPassword(url, "stampwright_owner", home.secrets().ownerPassword(),
                    home.secrets().operatorPassword());
            progress.step("the schema is at version " + version);
        } catch (SQLException failed) {
            throw new Refusal("the database could not be set up: " + failed.getMessage(), failed);
        }
    }

    private void startInstances(Plan plan, PostgresServer database) throws InterruptedException {
        VendorSettings settings = new VendorSettings(home, plan, database.url("stampwright"));
        List<String> started = new ArrayList<>();
        for (PlannedInstance instance : plan.instances()) {
            if (!children.has(instance.name())) {
                children.start(new PayaraInstance(instance.name(), plan.ports().instance(instance.number()),
                        plan.ports().grid(instance.number()), plan.gridPorts(), settings.of(instance), VENDOR_MEMORY,
                        plan.performance()).program(home, distribution, distribution.vendorApplication()));
                started.add(instance.name());
            }
        }
        progress.step("starting " + String.join(", ", started));
        children.awaitHealthy(started, LIMIT, () -> { });
        progress.step("healthy: " + String.join(", ", started));
    }
}
