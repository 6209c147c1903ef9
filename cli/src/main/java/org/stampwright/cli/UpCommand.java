package org.stampwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.Role;
import org.stampwright.cli.supervision.SupervisorLock;
import org.stampwright.cli.up.Addition;
import org.stampwright.cli.up.DetachedSupervisor;
import org.stampwright.cli.up.Request;
import org.stampwright.cli.up.Supervisor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code up}: runs all processes of one home on this machine until stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = "Starts a complete vendor system on this machine; on a running home, starts what is missing.")
final class UpCommand implements Callable<Integer> {

    private static final int DEFAULT_PORT_BASE = 8080;
    private static final int DEFAULT_SERVERS = 2;

    @Mixin
    private HomeOption home;

    @Option(
            names = "--servers",
            paramLabel = "N",
            description = "Instances with both roles, web and processing (default: 2, or as in the home).")
    private Integer servers;

    @Option(names = "--web", paramLabel = "N", description = "Instances with the web role only (default: no more).")
    private int web;

    @Option(
            names = "--processing",
            paramLabel = "N",
            description = "Instances with the processing role only (default: no more).")
    private int processing;

    @Option(
            names = "--port-base",
            paramLabel = "P",
            description = "All ports are within P .. P+99 (default: 8080, or the home's).")
    private Integer portBase;

    @Option(names = "--detach", description = "Returns as soon as the system is ready; stop it with: stampwright down.")
    private boolean detach;

    @Option(
            names = "--performance",
            description = "Omits the settings that speed up the start of instances, authority and card sandbox but slow"
                    + " them; for measurements.")
    private boolean performance;

    @Option(names = "--test-controls", description = "Allows tests to inject faults at the authority.")
    private boolean testControls;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home made = home.home().make();
        PrintWriter out = spec.commandLine().getOut();
        if (SupervisorLock.holder(made).isPresent()) {
            new Addition(made, out, spec.commandLine().getErr()).add(request(made));
        } else if (detach) {
            plan(made);
            return new DetachedSupervisor(made, out, spec.commandLine().getErr()).start(withoutDetach());
        } else {
            new Supervisor(made, out).run(plan(made));
        }
        return 0;
    }

    private Request request(Home running) {
        if (portBase != null && portBase != Plan.read(running).portBase()) {
            throw new Refusal(
                    "this home runs on port base " + Plan.read(running).portBase() + "; stop it before moving it");
        }
        return Request.fresh(servers == null ? 0 : servers, web, processing);
    }

    private Plan plan(Home made) {
        boolean known = Plan.isKept(made);
        Plan before = known ? Plan.read(made) : new Plan(DEFAULT_PORT_BASE, performance, testControls, List.of());
        Plan plan = new Plan(
                portBase == null ? before.portBase() : portBase, performance, testControls, before.instances());
        int both = servers != null ? servers : known ? 0 : DEFAULT_SERVERS;
        plan = plan.atLeast(Role.BOTH, both).atLeast(Role.WEB, web).atLeast(Role.PROCESSING, processing);
        plan.ports();
        plan.storefront();
        return plan;
    }

    private List<String> withoutDetach() {
        return spec.commandLine().getParseResult().originalArgs().stream()
                .filter(one -> !one.equals("--detach"))
                .toList();
    }
}
