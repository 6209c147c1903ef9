package org.stampwright.cli.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.stampwright.cli.Refusal;

/** The ports of one home: all are within base … base + 99, on the loopback address only. */
public record Ports(int base) {

    public static final int MOST_INSTANCES = 19;

    private static final int AUTHORITY = 20;
    private static final int CARDS = 21;
    private static final int AUTHORITY_INTERNAL = 22;
    private static final int CARDS_HEALTH = 23;
    private static final int POSTGRES = 30;
    private static final int INTERNAL = 60;
    private static final int FIRST_DRAWN = 200;
    private static final int BEHIND_LAST_DRAWN = 320;

    public Ports {
        if (base < 1024 || base > 65_436) {
            throw new Refusal("--port-base must be between 1024 and 65436, not " + base);
        }
    }

    /** Returns a free port range for a short-lived home: below the ephemeral ports, with room for one instance. */
    public static Ports anyFree() {
        while (true) {
            Ports drawn = new Ports(100 * ThreadLocalRandom.current().nextInt(FIRST_DRAWN, BEHIND_LAST_DRAWN));
            if (Stream.of(drawn.instance(0), drawn.internal(0), drawn.postgres())
                    .allMatch(Ports::isFree)) {
                return drawn;
            }
        }
    }

    public int instance(int index) {
        return base + index;
    }

    /** Returns the internal port, for other instances and for health checks. */
    public int internal(int index) {
        return base + INTERNAL + index;
    }

    public int authorityInternal() {
        return base + AUTHORITY_INTERNAL;
    }

    public int cardsHealth() {
        return base + CARDS_HEALTH;
    }

    public int authority() {
        return base + AUTHORITY;
    }

    public int cards() {
        return base + CARDS;
    }

    public int postgres() {
        return base + POSTGRES;
    }

    /** Refuses a port that is already in use, naming the program that needs it. */
    public static void requireFree(int port, String wantedBy) {
        if (!isFree(port)) {
            throw new Refusal("port " + port + " (for " + wantedBy + ") is in use; choose others with --port-base");
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
