package org.stampwright.postage.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeKeyTest {

    @TempDir
    Path folder;

    private NodeKey started() {
        NodeKey key = new NodeKey();
        key.instance = new ThisInstance();
        key.instance.name = "alder";
        key.instance.folder = folder.toString();
        key.clock = Clock.systemUTC();
        key.random = new SecureRandom();
        key.loadOrMake();
        return key;
    }

    private static boolean fits(NodeKey key) {
        NodeToken token = new NodeToken("alder", "birch", NodeAct.FRANK, Set.of(), Instant.EPOCH, Instant.EPOCH);
        return NodeToken.isSigned(
                token.signedBy(key.signer()), key.certificate().getPublicKey());
    }

    @Test
    void it_is_made_once() throws Exception {
        NodeKey made = started();
        assertThat(fits(made)).isTrue();
        assertThat(started().certificate()).isEqualTo(made.certificate());
        assertThat(Files.getPosixFilePermissions(folder.resolve("node.key.pem")))
                .hasSize(2);
    }

    @Test
    void an_interrupted_start_leaves_no_file_that_breaks_the_next() throws Exception {
        Files.writeString(folder.resolve("node.certificate.pem"), "-----BEGIN CERT");
        Files.writeString(folder.resolve("node.key.pem123.unfinished"), "-----BEGIN PRIV");
        assertThat(fits(started())).isTrue();
    }

    @Test
    void a_key_without_its_certificate_is_replaced_together_with_it() throws Exception {
        started();
        Files.delete(folder.resolve("node.certificate.pem"));
        assertThat(fits(started())).isTrue();
    }
}
