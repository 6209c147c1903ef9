package org.stampwright.postage.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.trust.P256;

class NodeKeyTest {

    private static final byte[] TOKEN = "token".getBytes(StandardCharsets.US_ASCII);

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
        return P256.verify(key.certificate().getPublicKey(), TOKEN, key.sign(TOKEN));
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
    void a_start_that_was_cut_off_while_it_wrote_leaves_nothing_that_the_next_trips_over() throws Exception {
        Files.writeString(folder.resolve("node.certificate.pem"), "-----BEGIN CERT");
        Files.writeString(folder.resolve("node.key.pem123.unfinished"), "-----BEGIN PRIV");
        assertThat(fits(started())).isTrue();
    }

    @Test
    void a_key_whose_certificate_is_gone_is_made_anew_with_it() throws Exception {
        started();
        Files.delete(folder.resolve("node.certificate.pem"));
        assertThat(fits(started())).isTrue();
    }
}
