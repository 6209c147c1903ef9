package org.stampwright.cli;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stampwright.cli.database.PostgresServer;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.supervision.RunningProcess;
import org.stampwright.cli.supervision.StateFile;
import org.stampwright.cli.supervision.SupervisorLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code down}: stops exactly the processes that {@code up} started on this home, by process id. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = "Stops everything that `up` started on this home.")
final class DownCommand implements Callable<Integer> {

    private static final Duration GRACE = Duration.ofSeconds(100);

    @Mixin
    private HomeOption home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Home existing = home.existing();
        Optional<RunningProcess> supervisor = SupervisorLock.holder(existing);
        supervisor.ifPresent(running -> running.stop("TERM", GRACE));
        int orphans = new StateFile(existing).stopOrphans();
        boolean database = new PostgresServer(existing, 0).stopOrphan();
        boolean any = supervisor.isPresent() || orphans > 0 || database;
        spec.commandLine().getOut().println(any ? "stopped" : "nothing was running");
        return 0;
    }
}
