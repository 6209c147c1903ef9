package org.stampwright.cli.node;

import java.time.Duration;
import java.util.List;

/**
 * The two HTTP listeners of a Payara instance, as commands of its administration. The public one serves the internet;
 * its limits bound what a slow caller can occupy. The internal one serves {@code /health} and other instances from its
 * own request threads. Both stay closed until the application is deployed, because earlier requests would get "not
 * found". {@code docs/operations.md} explains each setting.
 *
 * @param internalPort the port of the internal listener; the port of the public one is an argument of Payara
 * @param longestRequest the limit after which the thread of a request on the public listener is interrupted
 */
public record Listeners(int internalPort, Duration longestRequest) {

    private static final String NETWORK = "set configs.config.server-config.network-config.";
    private static final String PUBLIC = NETWORK + "network-listeners.network-listener.http-listener.";
    private static final String INTERNAL = NETWORK + "network-listeners.network-listener.internal-listener.";
    private static final String TRANSPORT = NETWORK + "transports.transport.tcp.";
    private static final String HTTP = NETWORK + "protocols.protocol.http-listener.http.";

    /** Sending the print helper over a slow connection takes minutes. */
    public static Listeners ofVendor(int internalPort) {
        return new Listeners(internalPort, Duration.ofMinutes(5));
    }

    /** Every response of the authority is small, and no honest request is slow. */
    public static Listeners ofAuthority(int internalPort) {
        return new Listeners(internalPort, Duration.ofSeconds(20));
    }

    /** Returns the commands to run before the application is deployed. */
    String closed() {
        return lines(List.of(
                "set-openapi-configuration --enabled=false",
                "set configs.config.server-config.web-container.session-config.session-manager.manager-properties"
                        + ".session-id-generator-classname=org.stampwright.listener.RandomSessionIds",
                PUBLIC + "address=127.0.0.1",
                PUBLIC + "enabled=false",
                TRANSPORT + "io-strategy=org.stampwright.listener.GuardedStrategy",
                TRANSPORT + "socket-write-buffer-size=16384",
                TRANSPORT + "write-timeout-millis=10000",
                TRANSPORT + "read-timeout-millis=15000",
                HTTP + "request-timeout-seconds=" + longestRequest.toSeconds(),
                HTTP + "http2-enabled=false",
                "create-threadpool --minthreadpoolsize 2 --maxthreadpoolsize 80 --maxqueuesize 256"
                        + " internal-thread-pool",
                "create-protocol internal-listener",
                "create-http --default-virtual-server server internal-listener",
                NETWORK + "protocols.protocol.internal-listener.http.http2-enabled=false",
                "create-network-listener --address 127.0.0.1 --listenerport " + internalPort
                        + " --protocol internal-listener --threadpool internal-thread-pool --enabled false"
                        + " internal-listener"));
    }

    /**
     * Returns the commands to run after the deployment; Payara's own responses on these ports were switched off before.
     */
    String opened() {
        return lines(List.of(
                "set-openapi-configuration --enabled=false",
                "set-metrics-configuration --enabled=false",
                INTERNAL + "enabled=true",
                PUBLIC + "enabled=true"));
    }

    private static String lines(List<String> commands) {
        return String.join("\n", commands) + "\n";
    }
}
