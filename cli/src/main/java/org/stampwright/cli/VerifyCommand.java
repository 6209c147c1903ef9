package org.stampwright.cli;

import jakarta.json.JsonArrayBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.stamps.StampJson;
import org.stampwright.cli.stamps.Trust;
import org.stampwright.indicium.trust.IndiciumVerifier;
import org.stampwright.indicium.trust.Verdict;
import org.stampwright.nativecrypto.SignatureProvider;
import org.stampwright.protocol.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: verifies stamps offline with the authority's root and trust bundle. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Verifies stamps; exit status 0 only if at least one was found and every one is genuine.")
final class VerifyCommand implements Callable<Integer> {

    /** Loading the native provider takes as long as the JDK's own takes for about this many signatures. */
    private static final int WORTH_LOADING = 400;

    @Mixin
    private HomeOption home;

    @Mixin
    private StampArgument argument;

    @Option(names = "--root", paramLabel = "CERT", description = "The authority's root (default: the home's).")
    private Path root;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            description = "The authority's trust bundle (default: fetched from the home's authority; if that "
                    + "does not answer, all but specimens are unknown).")
    private Path bundle;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<byte[]> stamps = argument.stamps();
        if (stamps.size() >= WORTH_LOADING) {
            SignatureProvider.install();
        }
        IndiciumVerifier verifier = verifier();
        JsonArrayBuilder json = StrictJson.PROVIDER.createArrayBuilder();
        boolean allGenuine = !stamps.isEmpty();
        for (byte[] stamp : stamps) {
            Verdict verdict = verifier.verify(stamp);
            json.add(StampJson.of(stamp, verdict));
            allGenuine &= verdict.isGenuine();
        }
        spec.commandLine().getOut().println(json.build());
        return allGenuine ? 0 : 1;
    }

    private IndiciumVerifier verifier() throws InterruptedException {
        X509Certificate trusted = Trust.root(root == null ? home.existing().root() : root);
        if (bundle != null) {
            return Trust.verifier(trusted, Trust.bundle(bundle), Clock.systemUTC());
        }
        byte[] newest;
        try {
            newest = Trust.bundle(authority());
        } catch (Refusal nobodyAnswers) {
            return IndiciumVerifier.withoutBundle(nobodyAnswers.getMessage());
        }
        return Trust.verifier(trusted, newest, Clock.systemUTC());
    }

    private URI authority() {
        return URI.create(
                "http://127.0.0.1:" + Plan.read(home.existing()).ports().authority());
    }
}
