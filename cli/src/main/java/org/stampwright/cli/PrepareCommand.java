package org.stampwright.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.stampwright.cli.node.Distribution;
import org.stampwright.cli.up.Training;
import picocli.CommandLine.Command;

/** {@code prepare}: what {@code bin/stampwright} does once after each build, so that no start has to. */
@Command(name = "prepare", hidden = true, description = "Unpacks the application server and archives its classes.")
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        Distribution.current().prepare();
        new Training(Distribution.current()).run();
        return 0;
    }
}
