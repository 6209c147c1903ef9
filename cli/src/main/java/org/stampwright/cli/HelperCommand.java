package org.stampwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.stampwright.cli.home.HelperSigner;
import org.stampwright.cli.node.Distribution;
import org.stampwright.webstart.SignedHelper;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code helper}: creates a vendor's own print helper, ready to be served. */
@Command(
        name = "helper",
        mixinStandardHelpOptions = true,
        description = "Adds the authority's root to the print helper and signs it (`up` does this for a home).")
final class HelperCommand implements Callable<Integer> {

    @Option(names = "--root", required = true, paramLabel = "CERT", description = "The authority's root, PEM.")
    private Path root;

    @Option(names = "--keystore", required = true, paramLabel = "KS", description = "PKCS#12 with an RSA key.")
    private Path keystore;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "The keystore's password (default: asked at the terminal).")
    private Path passwordFile;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The signed jar.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try {
            SignedHelper.make(
                    Distribution.current().printHelper(),
                    Files.readAllBytes(root),
                    HelperSigner.read(keystore, password()),
                    out.toAbsolutePath());
        } catch (IllegalArgumentException unfit) {
            throw new Refusal(unfit.getMessage(), unfit);
        }
        spec.commandLine().getOut().println(out);
        return 0;
    }

    private String password() throws IOException {
        if (passwordFile != null) {
            return Files.readString(passwordFile).strip();
        }
        if (System.console() == null) {
            throw new Refusal("there is no terminal to ask for the keystore's password; use --password-file");
        }
        return new String(System.console().readPassword("Password of %s: ", keystore));
    }
}
