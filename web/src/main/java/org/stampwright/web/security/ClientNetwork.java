package org.stampwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The network that a request comes from, which limits count: an IPv4 address, or the /64 of an IPv6 address, because
 * one line has a whole /64. It is that of the connection. Behind a proxy that {@code stampwright.proxies} names, it is
 * the last address in {@code X-Forwarded-For} that is not such a proxy; from anyone else that header means nothing.
 */
@ApplicationScoped
public class ClientNetwork {

    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int IPV4 = 4;

    /** A range of addresses: its first bits are fixed. */
    private record Range(BigInteger bits, int fixed, int size) {

        static Range of(String text) {
            String[] parts = text.strip().split("/", 2);
            var address = literal(parts[0])
                    .orElseThrow(() -> new IllegalArgumentException(
                            "stampwright.proxies: " + text + " is neither an address nor a range"));
            int size = address.getAddress().length * Byte.SIZE;
            return new Range(
                    new BigInteger(1, address.getAddress()),
                    parts.length == 1 ? size : Integer.parseInt(parts[1]),
                    size);
        }

        boolean includes(InetAddress address) {
            return address.getAddress().length * Byte.SIZE == size
                    && new BigInteger(1, address.getAddress())
                            .shiftRight(size - fixed)
                            .equals(bits.shiftRight(size - fixed));
        }
    }

    private final List<Range> proxies;

    protected ClientNetwork() {
        this(Optional.empty());
    }

    @Inject
    public ClientNetwork(@ConfigProperty(name = "stampwright.proxies") Optional<String> proxies) {
        this.proxies = proxies.stream()
                .flatMap(all -> Stream.of(all.split(",")))
                .filter(one -> !one.isBlank())
                .map(Range::of)
                .toList();
    }

    public String of(HttpServletRequest request) {
        var peer = request.getRemoteAddr();
        return literal(peer)
                .filter(this::isProxy)
                .flatMap(proxy -> forwarded(request))
                .or(() -> literal(peer))
                .map(ClientNetwork::network)
                .orElse(peer);
    }

    private Optional<InetAddress> forwarded(HttpServletRequest request) {
        var header = request.getHeader("X-Forwarded-For");
        if (header == null) {
            return Optional.empty();
        }
        var named = header.split(",");
        Optional<InetAddress> last = Optional.empty();
        for (int i = named.length - 1; i >= 0; i--) {
            var address = literal(named[i].strip());
            if (address.isEmpty()) {
                return last;
            }
            last = address;
            if (!isProxy(address.get())) {
                return last;
            }
        }
        return last;
    }

    private boolean isProxy(InetAddress address) {
        return proxies.stream().anyMatch(range -> range.includes(address));
    }

    private static String network(InetAddress address) {
        var bytes = address.getAddress();
        if (bytes.length == IPV4) {
            return address.getHostAddress();
        }
        for (int i = bytes.length / 2; i < bytes.length; i++) {
            bytes[i] = 0;
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("sixteen bytes are an address", impossible);
        }
    }

    /** Returns the address that the text spells; a name is never looked up. */
    private static Optional<InetAddress> literal(String text) {
        if (text == null || !LITERAL.matcher(text).matches() || !(text.contains(":") || text.contains("."))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
