package org.stampwright.cli.supervision;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import org.stampwright.cli.home.Home;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** {@code state.json}: what the supervisor last saw, rewritten whole whenever that changes. */
public final class StateFile {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Path file;
    private String written = "";

    public StateFile(Home home) {
        this.file = home.state();
    }

    void write(Readiness readiness, Collection<Child> children) {
        JsonArrayBuilder processes = Json.createArrayBuilder();
        for (Child child : children) {
            var process = Json.createObjectBuilder().add("name", child.program().name())
                    .add("pid", child.running().pid()).add("startedAt", child.running().startedAt().toString())
                    .add("port", child.program().port()).add("signal", child.program().signal())
                    .add("state", child.state().text()).add("restarts", child.restarts());
            if (child.lastEnd() != null) {
                process.add("lastEnd", child.lastEnd());
            }
            processes.add(process);
        }
        var supervisor = new RunningProcess(ProcessHandle.current());
        String now = Json.createObjectBuilder().add("ready", readiness.ready()).add("instances", readiness.instances())
                .add("problem", readiness.problem() == null ? "" : readiness.problem())
                .add("supervisor", Json.createObjectBuilder().add("pid", supervisor.pid())
                        .add("startedAt", supervisor.startedAt().toString()))
                .add("processes", processes).build().toString();
        if (!now.equals(written)) {
            Home.writeWhole(file, now);
            written = now;
        }
    }

    public Optional<JsonObject> read() {
        try (JsonReader reader = Json.createReader(new StringReader(Files.readString(file)))) {
            return Optional.of(reader.readObject());
        } catch (java.nio.file.NoSuchFileException neverStarted) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The supervisor that wrote it, if that one still runs. */
    public Optional<RunningProcess> supervisor() {
        return read().map(state -> process(state.getJsonObject("supervisor"))).filter(one -> one.alive().isPresent());
    }

    /** Stops, last started first, whatever a supervisor left behind that is gone. */
    public int stopOrphans() {
        int stopped = 0;
        List<JsonObject> processes = read().map(state -> state.getJsonArray("processes").getValuesAs(JsonObject.class))
                .orElse(List.of());
        for (int i = processes.size() - 1; i >= 0; i--) {
            RunningProcess orphan = process(processes.get(i));
            if (orphan.alive().isPresent()) {
                orphan.stop(processes.get(i).getString("signal"), GRACE);
                stopped++;
            }
        }
        return stopped;
    }

    private static RunningProcess process(JsonObject json) {
        return new RunningProcess(json.getJsonNumber("pid").longValue(), Instant.parse(json.getString("startedAt")));
    }
}
