package org.stampwright.cli;

import jakarta.json.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.supervision.SupervisorLock;
import org.stampwright.cli.up.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code status}: shows the running processes and their addresses. Exit status 0 if the home has its supervisor, which
 * restarts failed processes; 1 if not, even if processes are still running.
 */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows the running processes and their addresses.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "Prints JSON, including logins.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Home existing = home.existing();
        PrintWriter out = spec.commandLine().getOut();
        JsonObject status = new Status(existing).json();
        if (json) {
            out.println(status);
        } else {
            print(out, status);
        }
        return SupervisorLock.holder(existing).isPresent() ? 0 : 1;
    }

    private static void print(PrintWriter out, JsonObject status) {
        for (JsonObject process : status.getJsonArray("processes").getValuesAs(JsonObject.class)) {
            out.printf(
                    "%-12s %-20s pid %-8d port %d%s%n",
                    process.getString("name"),
                    process.getString("state"),
                    process.getInt("pid"),
                    process.getInt("port"),
                    restarts(process));
        }
        if (status.getJsonArray("processes").isEmpty()) {
            out.println("nothing runs");
            return;
        }
        if (status.getJsonArray("processes").getJsonObject(0).getString("state").equals(Status.UNWATCHED)) {
            out.println("these run without a supervisor: `up` restarts them, `down` stops them");
        }
        out.println("storefront   " + status.getString("storefront"));
        out.println("operator     " + status.getJsonObject("operator").getString("url"));
    }

    private static String restarts(JsonObject process) {
        int restarts = process.getInt("restarts");
        return restarts == 0 ? "" : "  restarted " + restarts + " times (" + process.getString("lastEnd", "") + ")";
    }
}
