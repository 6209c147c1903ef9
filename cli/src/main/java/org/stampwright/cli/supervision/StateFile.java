package org.stampwright.cli.supervision;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.stampwright.cli.home.Home;
import org.stampwright.protocol.StrictJson;

/** {@code state.json}: the supervisor's last view, rewritten atomically at each change. */
public final class StateFile {

    private final Path file;
    private String written = "";

    public StateFile(Home home) {
        this.file = home.state();
    }

    void write(Readiness readiness, Collection<Child> children) {
        JsonArrayBuilder processes = StrictJson.PROVIDER.createArrayBuilder();
        children.forEach(child -> processes.add(process(child)));
        String now = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("supervisor", ProcessHandle.current().pid())
                .add("ready", readiness.ready())
                .add("request", readiness.request())
                .add("problem", readiness.problem() == null ? "" : readiness.problem())
                .add("processes", processes)
                .build()
                .toString();
        if (!now.equals(written)) {
            Home.writeWhole(file, now);
            written = now;
        }
    }

    private static JsonObject process(Child child) {
        Child.Seen seen = child.seen();
        var process = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("name", child.program().name())
                .add("pid", seen.running().pid())
                .add("born", seen.running().birth().text())
                .add("port", child.program().port())
                .add("signal", child.program().signal())
                .add("state", seen.state().text())
                .add("restarts", seen.restarts());
        if (seen.lastEnd() != null) {
            process.add("lastEnd", seen.lastEnd());
        }
        return process.build();
    }

    public Optional<JsonObject> read() {
        try {
            return Home.read(file);
        } catch (JsonException lostInACrash) {
            return Optional.empty();
        }
    }

    /**
     * Returns the processes that a supervisor started and that still run, watched or not, in the order of their start.
     */
    public List<JsonObject> alive() {
        return read()
                .map(state -> state.getJsonArray("processes").getValuesAs(JsonObject.class))
                .orElse(List.of())
                .stream()
                .filter(one -> process(one).alive().isPresent())
                .toList();
    }

    /** Stops the processes of a supervisor that is gone, the first started last. */
    public int stopOrphans() {
        List<ProcessShutdown.One> orphans = alive().stream()
                .map(one -> new ProcessShutdown.One(process(one), one.getString("signal")))
                .toList();
        ProcessShutdown.of(orphans);
        return orphans.size();
    }

    private static RunningProcess process(JsonObject json) {
        return new RunningProcess(json.getJsonNumber("pid").longValue(), new ProcessStart(json.getString("born", "")));
    }
}
