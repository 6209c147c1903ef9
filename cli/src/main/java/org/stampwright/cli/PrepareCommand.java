package org.stampwright.cli;

import org.stampwright.cli.node.Distribution;
import picocli.CommandLine.Command;

import java.util.concurrent.Callable;

/** {@code prepare}: what {@code bin/stampwright} does once after each build, so that no start has to. */
@Command(name = "prepare", hidden = true, description = "Unpacks the application server for this build.")
final class PrepareCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Distribution.current().prepare();
        return 0;
    }
}
