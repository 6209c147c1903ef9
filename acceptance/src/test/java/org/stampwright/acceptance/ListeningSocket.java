package org.stampwright.acceptance;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A socket that receives from other processes, as the kernel's tables list it ({@code proc(5)}): a listening TCP
 * socket, or an unconnected UDP or raw one. An IPv4 address mapped into IPv6 is written as IPv4.
 */
record ListeningSocket(String protocol, String address, int port) {

    private static final String TCP_LISTEN = "0A";
    private static final String UNCONNECTED = "07";
    private static final Map<String, String> STATE_BY_TABLE = Map.of(
            "tcp", TCP_LISTEN,
            "tcp6", TCP_LISTEN,
            "udp", UNCONNECTED,
            "udp6", UNCONNECTED,
            "raw", UNCONNECTED,
            "raw6", UNCONNECTED);
    private static final int LOCAL = 1;
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int WORD = 8;

    static ListeningSocket tcpOnLoopback(int port) {
        return new ListeningSocket("tcp", "127.0.0.1", port);
    }

    /** Returns the sockets of one process, without those of its children; none if it has ended. */
    static Set<ListeningSocket> of(long pid) throws IOException {
        Set<String> own = inodes(pid);
        return own.isEmpty() ? Set.of() : inTables(Path.of("/proc", Long.toString(pid), "net"), own::contains);
    }

    /** Returns the sockets of every process on this machine. */
    static Set<ListeningSocket> ofAll() throws IOException {
        return inTables(Path.of("/proc/self/net"), inode -> true);
    }

    private static Set<ListeningSocket> inTables(Path folder, Predicate<String> inode) throws IOException {
        Set<ListeningSocket> sockets = new HashSet<>();
        for (Entry<String, String> table : STATE_BY_TABLE.entrySet()) {
            try (Stream<String> lines = lines(folder.resolve(table.getKey()))) {
                lines.skip(1)
                        .map(line -> line.trim().split("\\s+"))
                        .filter(columns -> columns[STATE].equals(table.getValue()) && inode.test(columns[INODE]))
                        .map(columns -> parsed(table.getKey().replace("6", ""), columns[LOCAL]))
                        .forEach(sockets::add);
            }
        }
        return sockets;
    }

    /** A kernel without IPv6 has no such table. */
    private static Stream<String> lines(Path table) throws IOException {
        return table.endsWith("tcp") || Files.exists(table) ? Files.lines(table) : Stream.empty();
    }

    private static ListeningSocket parsed(String protocol, String local) {
        String[] addressAndPort = local.split(":");
        return new ListeningSocket(protocol, address(addressAndPort[0]), Integer.parseInt(addressAndPort[1], 16));
    }

    /** The tables show an address as 32-bit words of the machine's byte order, which is little-endian. */
    private static String address(String hex) {
        StringBuilder inNetworkOrder = new StringBuilder();
        for (int word = 0; word < hex.length(); word += WORD) {
            for (int octet = word + WORD - 2; octet >= word; octet -= 2) {
                inNetworkOrder.append(hex, octet, octet + 2);
            }
        }
        try {
            return InetAddress.getByAddress(HexFormat.of().parseHex(inNetworkOrder))
                    .getHostAddress();
        } catch (IOException notAnAddress) {
            throw new AssertionError(hex, notAnAddress);
        }
    }

    private static Set<String> inodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(Path.of("/proc/" + pid + "/fd"))) {
            for (Path descriptor : descriptors) {
                target(descriptor)
                        .filter(target -> target.startsWith("socket:["))
                        .map(target -> target.substring("socket:[".length(), target.length() - 1))
                        .ifPresent(inodes::add);
            }
        } catch (NoSuchFileException ended) {
            return Set.of();
        }
        return inodes;
    }

    /** Empty for a descriptor that was closed after the folder had been listed. */
    private static Optional<String> target(Path descriptor) throws IOException {
        try {
            return Optional.of(Files.readSymbolicLink(descriptor).toString());
        } catch (NoSuchFileException closed) {
            return Optional.empty();
        }
    }
}
