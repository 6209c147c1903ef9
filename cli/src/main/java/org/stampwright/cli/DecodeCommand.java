package org.stampwright.cli;

import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.concurrent.Callable;
import org.stampwright.cli.stamps.StampJson;
import org.stampwright.protocol.StrictJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code decode}: shows the content of stamps, historic ones too, without verifying them. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = "Reads stamps and prints their content as JSON; exit status "
                + "0 if every symbol found could be decoded.")
final class DecodeCommand implements Callable<Integer> {

    @Mixin
    private HomeOption home;

    @Mixin
    private StampArgument argument;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<byte[]> stamps = argument.stamps();
        JsonArrayBuilder json = StrictJson.PROVIDER.createArrayBuilder();
        stamps.forEach(stamp -> json.add(StampJson.of(stamp)));
        spec.commandLine().getOut().println(json.build());
        return !stamps.isEmpty() && stamps.stream().allMatch(StampJson::isIndicium) ? 0 : 1;
    }
}
