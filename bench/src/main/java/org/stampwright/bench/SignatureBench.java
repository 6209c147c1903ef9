package org.stampwright.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.io.IOException;
import java.io.InputStream;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.stampwright.indicium.IndiciumContent;
import org.stampwright.indicium.trust.Certificates;
import org.stampwright.indicium.trust.IndiciumVerifier;
import org.stampwright.indicium.trust.P256;
import org.stampwright.indicium.trust.SignedTrustBundle;
import org.stampwright.indicium.trust.Verdict;

/**
 * Verdicts and signatures per second on one thread, with the JDK's own provider and with Amazon's, between two runs of
 * {@code openssl speed ecdsap256}. A verdict is all of {@link IndiciumVerifier#verify}: decoding, certificate look-up,
 * signature, void list.
 *
 * <p>{@code java -cp … org.stampwright.bench.SignatureBench [quick]}; {@code quick} only checks that it runs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SignatureBench {

    /** A time at which the golden trust bundle is fresh. */
    private static final Instant THEN = Instant.parse("2026-11-23T12:30:00Z");

    private static final String JDK = "JDK";
    private static final String AMAZON = "Amazon Corretto";
    private static final List<String> PROVIDERS = List.of(JDK, AMAZON);

    /** The provider that the JCA finds first. */
    @Param({JDK, AMAZON})
    public String provider;

    private IndiciumVerifier verifier;
    private byte[] stamp;
    private byte[] content;
    private PrivateKey key;

    /** Creates the verifier; if the provider does not load, its part of the run fails. */
    @Setup
    public void prepare() throws IOException {
        if (provider.equals(AMAZON)) {
            AmazonCorrettoCryptoProvider.install();
            AmazonCorrettoCryptoProvider.INSTANCE.assertHealthy();
        }
        stamp = golden("stamp.bin");
        content = Arrays.copyOf(stamp, IndiciumContent.LENGTH);
        key = P256.newKeyPair(new SecureRandom()).getPrivate();
        verifier = new IndiciumVerifier(
                Certificates.read(golden("root.der")),
                SignedTrustBundle.decode(golden("trust-bundle.bin")),
                Clock.fixed(THEN, ZoneOffset.UTC));
        if (!verifier.verify(stamp).isGenuine()) {
            throw new IllegalStateException("the golden stamp is not genuine");
        }
    }

    @Benchmark
    public Verdict verify() {
        return verifier.verify(stamp);
    }

    @Benchmark
    public byte[] sign() {
        return P256.sign(key, content);
    }

    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        boolean quick = Arrays.asList(arguments).contains("quick");
        int seconds = quick ? 1 : 4;
        Openssl before = Openssl.measure(seconds);
        ChainedOptionsBuilder options = new OptionsBuilder().include(SignatureBench.class.getSimpleName());
        if (quick) {
            options.warmupIterations(1).warmupTime(TimeValue.seconds(1)).measurementIterations(1);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        Openssl after = Openssl.measure(seconds);
        System.out.printf("%n%-10s %-18s %12s%n", "what", "with", "a second");
        for (RunResult result : results) {
            print(
                    result.getPrimaryResult().getLabel(),
                    result.getParams().getParam("provider"),
                    result.getPrimaryResult().getScore());
        }
        printMissing(results);
        for (String what : new String[] {"sign", "verify"}) {
            print(what, "openssl, before", what.equals("sign") ? before.signatures() : before.verifications());
            print(what, "openssl, after", what.equals("sign") ? after.signatures() : after.verifications());
        }
    }

    /** Prints a line for each result missing from JMH's, which omits a benchmark that failed in its set-up. */
    private static void printMissing(Collection<RunResult> results) {
        for (String provider : PROVIDERS) {
            if (results.stream()
                    .noneMatch(result -> result.getParams().getParam("provider").equals(provider))) {
                System.out.printf("%-10s %-18s %12s%n", "", provider, "did not load");
            }
        }
    }

    private static void print(String what, String with, double second) {
        System.out.printf("%-10s %-18s %,12.0f%n", what, with, second);
    }

    /** The rates of {@code openssl speed}: ECDSA signatures and verifications of a hash per second, on P-256. */
    private record Openssl(double signatures, double verifications) {

        static Openssl measure(int seconds) throws IOException, InterruptedException {
            Process process = new ProcessBuilder("openssl", "speed", "-seconds", Integer.toString(seconds), "ecdsap256")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String out = new String(process.getInputStream().readAllBytes()).strip();
            process.waitFor();
            String[] last = out.substring(out.lastIndexOf('\n') + 1).strip().split(" +");
            return new Openssl(Double.parseDouble(last[last.length - 2]), Double.parseDouble(last[last.length - 1]));
        }
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = SignatureBench.class.getResourceAsStream("/golden/" + name)) {
            return in.readAllBytes();
        }
    }
}
