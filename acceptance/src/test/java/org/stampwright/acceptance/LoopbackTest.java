package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Read from the kernel's own tables, process by process. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("Everything listens on 127.0.0.1 only, on a port of the home's hundred")
class LoopbackTest {

    private static final String LISTENING = "0A";

    private record Listener(String address, int port) {

        boolean isLoopback() {
            return address.equals("0100007F")
                    || address.equals("0000000000000000FFFF00000100007F")
                    || address.equals("00000000000000000000000001000000");
        }
    }

    @Test
    void noProcessOfTheHomeListensElsewhere(VendorSystem system) throws IOException {
        List<String> strangers = new ArrayList<>();
        Set<Integer> ports = new HashSet<>();
        for (JsonObject process : system.statusNow().getJsonArray("processes").getValuesAs(JsonObject.class)) {
            ProcessHandle handle =
                    ProcessHandle.of(process.getJsonNumber("pid").longValue()).orElseThrow();
            for (ProcessHandle each :
                    Stream.concat(Stream.of(handle), handle.descendants()).toList()) {
                for (Listener listener : listeners(each.pid())) {
                    ports.add(listener.port());
                    boolean ours = listener.port() >= system.port(0) && listener.port() < system.port(100);
                    if (!listener.isLoopback() || !ours) {
                        strangers.add(process.getString("name") + " " + listener);
                    }
                }
            }
        }
        assertThat(strangers).isEmpty();
        assertThat(ports).contains(system.port(0), system.port(20), system.port(21), system.port(30));
    }

    private static List<Listener> listeners(long pid) throws IOException {
        Set<String> sockets = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                try {
                    String target = Files.readSymbolicLink(descriptor).toString();
                    if (target.startsWith("socket:[")) {
                        sockets.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                } catch (NoSuchFileException closedMeanwhile) {
                    assertThat(closedMeanwhile).isNotNull();
                }
            }
        }
        List<Listener> listeners = new ArrayList<>();
        for (String table : List.of("/proc/" + pid + "/net/tcp", "/proc/" + pid + "/net/tcp6")) {
            for (String line :
                    Files.readAllLines(Path.of(table)).stream().skip(1).toList()) {
                String[] columns = line.trim().split("\\s+");
                if (columns[3].equals(LISTENING) && sockets.contains(columns[9])) {
                    String[] local = columns[1].split(":");
                    listeners.add(new Listener(local[0], Integer.parseInt(local[1], 16)));
                }
            }
        }
        return listeners;
    }
}
