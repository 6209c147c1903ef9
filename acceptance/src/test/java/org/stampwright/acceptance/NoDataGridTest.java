package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.cluster.Member;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.PartitionGroupConfig.MemberGroupType;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An attack: a member of Payara's data grid may deploy applications to all others, and open-source Hazelcast admits any
 * process that knows the cluster's name. The attacker's members do what Payara Micro does with {@code --clustermode
 * tcpip:}.
 */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("Another user of the same machine finds no data grid to join")
class NoDataGridTest {

    private static final String CLUSTER_OF_PAYARA = "development";

    /**
     * The second member joins the first, which shows that the attempt succeeds where a grid exists. The ports of HTTP
     * and PostgreSQL are left out: they accept the connection and would delay each attempt.
     */
    @Test
    void the_attackers_own_members_find_each_other_and_no_instance(VendorSystem system) throws IOException {
        int first = freePort();
        Set<Integer> speakingOtherwise = LoopbackTest.allowed(system).values().stream()
                .flatMap(Set::stream)
                .map(ListeningSocket::port)
                .collect(Collectors.toSet());
        List<Integer> portsOfTheHome = IntStream.range(system.port(0), system.port(100))
                .boxed()
                .filter(port -> !speakingOtherwise.contains(port))
                .toList();
        try {
            HazelcastInstance searching = member(first, portsOfTheHome);
            HazelcastInstance joining = member(freePort(), List.of(first));

            assertThat(joining.getCluster().getMembers())
                    .extracting(Member::getUuid)
                    .containsExactlyInAnyOrder(
                            searching.getCluster().getLocalMember().getUuid(),
                            joining.getCluster().getLocalMember().getUuid());
        } finally {
            Hazelcast.getAllHazelcastInstances()
                    .forEach(one -> one.getLifecycleService().terminate());
        }
    }

    private static HazelcastInstance member(int port, List<Integer> candidates) {
        Config config = new Config()
                .setClusterName(CLUSTER_OF_PAYARA)
                .setProperty("hazelcast.logging.type", "jdk")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.socket.bind.any", "false");
        config.getNetworkConfig()
                .setPort(port)
                .setPortAutoIncrement(false)
                .getInterfaces()
                .setEnabled(true)
                .addInterface("127.0.0.1");
        config.getPartitionGroupConfig().setEnabled(true).setGroupType(MemberGroupType.HOST_AWARE);
        JoinConfig join = config.getNetworkConfig().getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig()
                .setEnabled(true)
                .setMembers(candidates.stream()
                        .map(candidate -> "127.0.0.1:" + candidate)
                        .toList());
        return Hazelcast.newHazelcastInstance(config);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
