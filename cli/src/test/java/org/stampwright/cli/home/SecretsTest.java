package org.stampwright.cli.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void two_homes_share_no_secret() throws IOException {
        List<String> one = everySecretOf(new Home(folder.resolve("one")).make());
        List<String> other = everySecretOf(new Home(folder.resolve("other")).make());

        assertThat(one).doesNotContainAnyElementsOf(other).doesNotHaveDuplicates();
    }

    @Test
    void a_secret_once_drawn_stays() {
        Home home = new Home(folder.resolve("home")).make();

        assertThat(home.secrets().appPassword())
                .isEqualTo(new Home(home.folder()).secrets().appPassword());
        assertThat(home.secrets().enrolmentPublicKey()).isEqualTo(home.secrets().enrolmentPublicKey());
    }

    @Test
    void nobody_else_reads_the_home_or_a_secret_in_it() throws IOException {
        Home home = new Home(folder.resolve("home")).make();
        everySecretOf(home);

        assertThat(permissions(home.folder())).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(home.folder().resolve("secrets"))) {
            assertThat(files.toList()).isNotEmpty().allSatisfy(file -> assertThat(permissions(file))
                    .isEqualTo("rw-------"));
        }
    }

    private static List<String> everySecretOf(Home home) throws IOException {
        Secrets secrets = home.secrets();
        return List.of(
                secrets.superuserPassword(),
                secrets.ownerPassword(),
                secrets.appPassword(),
                secrets.auditPassword(),
                secrets.authorityDatabasePassword(),
                secrets.authorityAdminPassword(),
                secrets.operatorPassword(),
                secrets.cardKey(),
                secrets.cardWebhookSecret(),
                secrets.deskKey(),
                secrets.modulePassword("alder"),
                secrets.enrolmentPublicKey(),
                secrets.auditorPublicKey(),
                Files.readString(secrets.enrolmentKey()),
                Files.readString(secrets.auditorKey()));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
