package org.stampwright.postage.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.indicium.Money;
import org.stampwright.indicium.PsdSerial;
import org.stampwright.indicium.ledger.LedgerEntry;
import org.stampwright.indicium.ledger.SealedEntry;
import org.stampwright.indicium.trust.KeyUse;

class KeystoreModuleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    Path folder;

    private CryptographicModule open(String password) {
        return KeystoreModule.in(folder.resolve("module.p12"), password.toCharArray(), new SecureRandom(), NOW);
    }

    @Test
    void the_keys_are_the_same_after_it_is_opened_again() {
        CryptographicModule first = open("secret");
        CryptographicModule again = open("secret");
        assertThat(again.publicKey(KeyUse.SEAL)).isEqualTo(first.publicKey(KeyUse.SEAL));
        assertThat(again.publicKey(KeyUse.INDICIUM)).isEqualTo(first.publicKey(KeyUse.INDICIUM));
        assertThat(first.publicKey(KeyUse.INDICIUM)).isNotEqualTo(first.publicKey(KeyUse.SEAL));
    }

    @Test
    void a_wrong_password_opens_nothing() {
        open("secret");
        assertThatThrownBy(() -> open("guess")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void only_the_owner_may_read_the_file() throws Exception {
        open("secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("module.p12"))))
                .isEqualTo("rw-------");
    }

    @Test
    void a_seal_is_by_the_seal_key_and_no_other() {
        CertifiedModule module = TestModule.in(folder, 1, 2);
        LedgerEntry entry =
                LedgerEntry.opened(new PsdSerial(7), Money.ofMills(1000), Money.ofMills(100), 1, 1, module.seal());
        SealedEntry sealed = new SealedEntry(entry, module.module().seal(entry));
        assertThat(sealed.isSealedBy(module.module().publicKey(KeyUse.SEAL))).isTrue();
        assertThat(sealed.isSealedBy(module.module().publicKey(KeyUse.INDICIUM)))
                .isFalse();
    }

    @Test
    void each_key_signs_its_own_certificate_request() throws Exception {
        CryptographicModule module = open("secret");
        for (KeyUse use : new KeyUse[] {KeyUse.INDICIUM, KeyUse.SEAL}) {
            var request = new JcaPKCS10CertificationRequest(module.certificateRequest(use, "alder"));
            assertThat(request.getPublicKey()).isEqualTo(module.publicKey(use));
            assertThat(request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(module.publicKey(use))))
                    .isTrue();
        }
    }

    @Test
    void outside_development_mode_it_refuses_to_open() {
        Modules modules = new Modules();
        modules.kind = "keystore";
        modules.developmentMode = false;
        assertThatThrownBy(() -> modules.open(new SecureRandom(), Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("development only");
    }

    @Test
    void an_unknown_kind_of_module_is_refused_by_name() {
        Modules modules = new Modules();
        modules.kind = "abacus";
        modules.developmentMode = true;
        assertThatThrownBy(() -> modules.open(new SecureRandom(), Clock.systemUTC()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("abacus");
    }
}
