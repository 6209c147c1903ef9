package org.stampwright.cli.up;

import java.util.Optional;
import java.util.UUID;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.node.Role;
import org.stampwright.protocol.StrictJson;

/**
 * A request of {@code up} to a running home: a minimum number of instances per role. Each has its own id, so that the
 * same request can be tried again; the supervisor's state names the last one that it answered.
 */
public record Request(String id, int both, int web, int processing) {

    public static Request fresh(int both, int web, int processing) {
        return new Request(UUID.randomUUID().toString(), both, web, processing);
    }

    Plan addedTo(Plan plan) {
        return plan.atLeast(Role.BOTH, both).atLeast(Role.WEB, web).atLeast(Role.PROCESSING, processing);
    }

    void write(Home home) {
        Home.writeWhole(
                home.request(),
                StrictJson.PROVIDER
                        .createObjectBuilder()
                        .add("id", id)
                        .add("both", both)
                        .add("web", web)
                        .add("processing", processing)
                        .build()
                        .toString());
    }

    static Optional<Request> read(Home home) {
        return Home.read(home.request())
                .map(json -> new Request(
                        json.getString("id"), json.getInt("both"), json.getInt("web"), json.getInt("processing")));
    }
}
