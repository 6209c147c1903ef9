package org.stampwright.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.stampwright.cli.node.Distribution;
import org.stampwright.cli.up.ClassArchiveTraining;
import picocli.CommandLine.Command;

/** {@code prepare}: runs once after each build ({@code bin/stampwright} calls it), to shorten every later start. */
@Command(name = "prepare", hidden = true, description = "Unpacks the application server and archives its classes.")
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        Distribution.current().prepare();
        new ClassArchiveTraining(Distribution.current()).run();
        return 0;
    }
}
