package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stampwright.acceptance.ListeningSocket.tcpOnLoopback;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(VendorSystem.Running.class)
@DisplayName("Each process listens on the ports named here, on 127.0.0.1, and on no others")
class LoopbackTest {

    private static final String SUPERVISOR = "supervisor";

    /** The complete list: an admin, JMX, debugger or data grid port would be one too many. */
    static Map<String, Set<ListeningSocket>> allowed(VendorSystem system) {
        return Map.of(
                SUPERVISOR,
                Set.of(),
                "postgres",
                Set.of(tcpOnLoopback(system.port(30))),
                "authority",
                Set.of(tcpOnLoopback(system.port(20)), tcpOnLoopback(system.port(22))),
                "cards",
                Set.of(tcpOnLoopback(system.port(21)), tcpOnLoopback(system.port(23))),
                "alder",
                Set.of(tcpOnLoopback(system.port(0)), tcpOnLoopback(system.port(60))),
                "birch",
                Set.of(tcpOnLoopback(system.port(1)), tcpOnLoopback(system.port(61))),
                "cedar",
                Set.of(tcpOnLoopback(system.port(2)), tcpOnLoopback(system.port(62))));
    }

    @Test
    void each_process_listens_on_its_own_ports_and_no_other(VendorSystem system) throws IOException {
        assertThat(listening(system)).isEqualTo(allowed(system));
    }

    /** Finds it even if it is not a descendant of the supervisor. */
    @Test
    void no_other_process_listens_on_a_port_of_the_home(VendorSystem system) throws IOException {
        Set<ListeningSocket> ofTheHome = ListeningSocket.ofAll().stream()
                .filter(socket -> socket.port() >= system.port(0) && socket.port() < system.port(100))
                .collect(Collectors.toSet());

        assertThat(ofTheHome)
                .isEqualTo(
                        allowed(system).values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    }

    @Test
    void a_socket_of_any_kind_is_found() throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (ServerSocket everywhere = new ServerSocket(0);
                DatagramSocket datagrams = new DatagramSocket(anyPort)) {
            Set<ListeningSocket> ours =
                    ListeningSocket.of(ProcessHandle.current().pid());

            assertThat(ours).contains(new ListeningSocket("udp", "127.0.0.1", datagrams.getLocalPort()));
            assertThat(ours)
                    .filteredOn(socket -> socket.port() == everywhere.getLocalPort())
                    .singleElement()
                    .satisfies(socket -> assertThat(socket.address()).isIn("0.0.0.0", "0:0:0:0:0:0:0:0"));
        }
    }

    private static Map<String, Set<ListeningSocket>> listening(VendorSystem system) throws IOException {
        Map<Long, String> names = new HashMap<>();
        system.statusNow()
                .getJsonArray("processes")
                .getValuesAs(JsonObject.class)
                .forEach(one -> names.put(one.getJsonNumber("pid").longValue(), one.getString("name")));
        ProcessHandle supervisor = supervisor(system);
        Map<String, Set<ListeningSocket>> found = new TreeMap<>();
        for (ProcessHandle process :
                Stream.concat(Stream.of(supervisor), supervisor.descendants()).toList()) {
            found.computeIfAbsent(program(process, names), name -> new HashSet<>())
                    .addAll(ListeningSocket.of(process.pid()));
        }
        return found;
    }

    /** Returns the name of the program that this process is or belongs to. */
    private static String program(ProcessHandle process, Map<Long, String> names) {
        return Stream.iterate(Optional.of(process), Optional::isPresent, one -> one.flatMap(ProcessHandle::parent))
                .flatMap(one -> Optional.ofNullable(names.get(one.orElseThrow().pid())).stream())
                .findFirst()
                .orElse(SUPERVISOR);
    }

    private static ProcessHandle supervisor(VendorSystem system) throws IOException {
        String pid = Files.readAllLines(system.home().resolve("supervisor.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }
}
