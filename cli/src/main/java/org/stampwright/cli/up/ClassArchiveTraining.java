package org.stampwright.cli.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.stampwright.cli.Refusal;
import org.stampwright.cli.database.PostgresServer;
import org.stampwright.cli.database.Roles;
import org.stampwright.cli.database.Schema;
import org.stampwright.cli.home.Folders;
import org.stampwright.cli.home.HelperSigner;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.home.Ports;
import org.stampwright.cli.node.Distribution;
import org.stampwright.cli.node.Listeners;
import org.stampwright.cli.node.PayaraInstance;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.PlannedInstance;
import org.stampwright.cli.node.Role;
import org.stampwright.cli.supervision.Children;
import org.stampwright.cli.supervision.Pause;
import org.stampwright.cli.supervision.Program;
import org.stampwright.cli.supervision.StateFile;
import org.stampwright.cli.world.Enrolment;
import org.stampwright.protocol.Pem;

/**
 * Creates the class archive (application class-data sharing) that shortens every later start by a fifth. One instance
 * is started in a temporary home with our application and a real database; when it ends, the JVM archives the classes
 * it loaded. No authority and card company run; the instance only has to start.
 */
public final class ClassArchiveTraining {

    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final int FIRST_SIGNAL = 128;

    private final Distribution distribution;
    private final Home home;
    private final Children children;
    private final Plan plan;
    private volatile Process process;

    public ClassArchiveTraining(Distribution distribution) {
        this.distribution = distribution;
        this.home = new Home(distribution.folder().resolve("training"));
        this.children = new Children(new StateFile(home));
        this.plan = new Plan(Ports.anyFree().base(), false, false, List.of()).atLeast(Role.BOTH, 1);
    }

    /** Does nothing if the archive already exists. */
    public void run() throws IOException, InterruptedException {
        if (Files.exists(distribution.classArchive())) {
            return;
        }
        new PostgresServer(home, 0).stopOrphan();
        Folders.delete(home.folder());
        home.make();
        Thread ending = new Thread(this::end, "ending");
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            runInstance(startDatabase());
            Runtime.getRuntime().removeShutdownHook(ending);
        } finally {
            end();
            Folders.delete(home.folder());
        }
    }

    /** Stops the processes explicitly, because those in a session of their own do not receive Ctrl-C. */
    private void end() {
        if (process != null) {
            process.destroyForcibly();
        }
        children.stopAll();
    }

    private String startDatabase() throws InterruptedException {
        int port = plan.ports().postgres();
        PostgresServer database = new PostgresServer(home, port);
        children.start(new Program(
                "postgres",
                port,
                database::prepare,
                database.command(),
                home.folder(),
                home.log("postgres"),
                database::answers,
                Program.WHILE_THE_PROCESS_LIVES,
                PostgresServer.PATIENCE,
                "INT"));
        children.awaitHealthy(List.of("postgres"), LIMIT, Pause.NONE);
        try {
            new Roles(database, home.secrets()).make();
        } catch (SQLException failed) {
            throw new Refusal("the database could not be set up: " + failed.getMessage(), failed);
        }
        Schema.migrate(
                database.url("stampwright"), "stampwright_owner", home.secrets().ownerPassword());
        return database.url("stampwright");
    }

    private void runInstance(String databaseUrl) throws IOException, InterruptedException {
        Files.writeString(home.root(), anyCertificate());
        PlannedInstance instance = plan.storefront();
        VendorSettings settings = new VendorSettings(home, plan, databaseUrl, new Enrolment(0, "none", "none"));
        Program program = new PayaraInstance(
                        instance.name(),
                        plan.ports().instance(0),
                        Listeners.ofVendor(plan.ports().internal(0)),
                        settings.of(instance),
                        StartSequence.VENDOR_MEMORY,
                        false)
                .program(home, distribution, distribution.vendorApplication());
        program.prepare().run();
        Path fresh = distribution.classArchive().resolveSibling("fresh.jsa");
        List<String> command = new ArrayList<>(program.command());
        command.add(1, "-XX:ArchiveClassesAtExit=" + fresh);
        command.add("--warmup");
        process = new ProcessBuilder(command)
                .directory(program.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(program.log().toFile())
                .start();
        process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        // An instance that was ended by a signal archived only the few classes it had loaded.
        if (Files.exists(fresh) && process.exitValue() < FIRST_SIGNAL) {
            Files.move(fresh, distribution.classArchive());
        }
    }

    /** Returns a placeholder for the authority's root; nothing is verified against it here. */
    private String anyCertificate() {
        try {
            byte[] der = HelperSigner.of(home.secrets()).getCertificate().getEncoded();
            return Pem.of("CERTIFICATE", der);
        } catch (GeneralSecurityException justMade) {
            throw new IllegalStateException(justMade);
        }
    }
}
