package org.stampwright.nativecrypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.IndiciumVerifier;
import org.stampwright.indicium.trust.KeyUse;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.indicium.trust.TestAuthority;

/** The same bytes get the same verdict, whichever provider checks them. */
class SameVerdictsTest {

    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final byte[] DATA = "a content".getBytes(StandardCharsets.UTF_8);
    private static final int HALF = P256.SIGNATURE_LENGTH / 2;

    private final SecureRandom random = new SecureRandom();

    @AfterEach
    void remove() {
        Security.removeProvider(SignatureProvider.NATIVE);
    }

    @Test
    void each_stamp_of_the_golden_table_gets_its_verdict_from_both() {
        List<String> lines = new String(golden("table.csv"), StandardCharsets.US_ASCII)
                .lines()
                .toList();
        assertThat(lines).hasSizeGreaterThan(20);
        for (String line : lines) {
            String[] row = line.split(",");
            assertThat(byBoth(() -> verdict(row)))
                    .as(row[0])
                    .containsOnly(row[5])
                    .hasSize(2);
        }
    }

    @Test
    void each_provider_accepts_what_the_other_signed() {
        KeyPair keys = P256.newKeyPair(random);
        for (byte[] signature : byBoth(() -> P256.sign(keys.getPrivate(), DATA))) {
            assertThat(byBoth(() -> P256.verify(keys.getPublic(), DATA, signature)))
                    .containsExactly(true, true);
        }
    }

    @Test
    void each_provider_reads_the_keys_of_the_other() {
        List<KeyPair> pairs = byBoth(() -> P256.newKeyPair(random));
        for (KeyPair pair : pairs) {
            assertThat(P256.isP256(pair.getPublic())).isTrue();
            List<byte[]> signatures = byBoth(() -> P256.sign(pair.getPrivate(), DATA));
            for (byte[] signature : signatures) {
                assertThat(byBoth(() -> P256.verify(pair.getPublic(), DATA, signature)))
                        .containsExactly(true, true);
            }
        }
    }

    @Test
    void both_reject_every_signature_that_has_one_bit_changed() {
        KeyPair keys = P256.newKeyPair(random);
        byte[] signature = P256.sign(keys.getPrivate(), DATA);
        for (int bit = 0; bit < signature.length * 8; bit++) {
            byte[] changed = signature.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(byBoth(() -> P256.verify(keys.getPublic(), DATA, changed)))
                    .as("bit %d", bit)
                    .containsExactly(false, false);
        }
    }

    @Test
    void both_reject_what_is_not_in_the_one_form() throws Exception {
        KeyPair keys = P256.newKeyPair(random);
        byte[] signature = P256.sign(keys.getPrivate(), DATA);
        List<byte[]> wrong = new ArrayList<>(List.of(
                new byte[0],
                new byte[P256.SIGNATURE_LENGTH],
                Arrays.copyOf(signature, P256.SIGNATURE_LENGTH - 1),
                Arrays.copyOf(signature, P256.SIGNATURE_LENGTH + 1),
                withR(signature, BigInteger.ZERO),
                withR(signature, ORDER),
                withS(signature, BigInteger.ZERO),
                withS(signature, ORDER),
                withS(signature, ORDER.subtract(new BigInteger(1, signature, HALF, HALF)))));
        for (byte[] one : wrong) {
            assertThat(byBoth(() -> P256.verify(keys.getPublic(), DATA, one))).containsExactly(false, false);
        }
        PublicKey otherCurve = onCurve("secp384r1");
        PublicKey other = P256.newKeyPair(random).getPublic();
        assertThat(byBoth(() -> P256.verify(otherCurve, DATA, signature))).containsExactly(false, false);
        assertThat(byBoth(() -> P256.verify(other, DATA, signature))).containsExactly(false, false);
    }

    @Test
    void both_give_the_same_objection_to_a_certificate() {
        TestAuthority authority = new TestAuthority();
        TestAuthority other = new TestAuthority();
        byte[] der =
                Certificates.encode(authority.certify(7, P256.newKeyPair(random).getPublic(), KeyUse.SEAL));
        assertThat(byBoth(() -> Certificates.objection(read(der), KeyUse.SEAL, authority.root())))
                .allMatch(java.util.Optional::isEmpty)
                .hasSize(2);
        assertThat(byBoth(() -> Certificates.objection(read(der), KeyUse.SEAL, other.root())))
                .allSatisfy(objection -> assertThat(objection).contains("the authority's root did not sign it"));
        assertThat(byBoth(() -> Certificates.objection(read(der), KeyUse.INDICIUM, authority.root())))
                .allSatisfy(objection -> assertThat(objection).isPresent());
    }

    /** Returns the JDK's result, then the native provider's. */
    private static <T> List<T> byBoth(Supplier<T> action) {
        Security.removeProvider(SignatureProvider.NATIVE);
        T byTheJdk = action.get();
        Security.insertProviderAt(SignatureProvider.install().nativeProvider().orElseThrow(), 1);
        return List.of(byTheJdk, action.get());
    }

    private static String verdict(String[] row) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(Long.parseLong(row[3])), ZoneOffset.UTC);
        IndiciumVerifier verifier = row[2].equals("-")
                ? IndiciumVerifier.withoutBundle("none is given")
                : new IndiciumVerifier(read(golden(row[1])), SignedTrustBundle.decode(golden(row[2])), clock);
        return verifier.verify(HexFormat.of().parseHex(row[4])).word();
    }

    private static X509Certificate read(byte[] bytes) {
        return Certificates.read(bytes);
    }

    private PublicKey onCurve(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve), random);
        return generator.generateKeyPair().getPublic();
    }

    private static byte[] withR(byte[] signature, BigInteger number) {
        return with(signature, 0, number);
    }

    private static byte[] withS(byte[] signature, BigInteger number) {
        return with(signature, HALF, number);
    }

    private static byte[] with(byte[] signature, int from, BigInteger number) {
        byte[] changed = signature.clone();
        Arrays.fill(changed, from, from + HALF, (byte) 0);
        byte[] digits = number.toByteArray();
        int length = Math.min(HALF, digits.length);
        System.arraycopy(digits, digits.length - length, changed, from + HALF - length, length);
        return changed;
    }

    private static byte[] golden(String name) {
        try (InputStream in = SameVerdictsTest.class.getResourceAsStream("/golden/verdicts/" + name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
