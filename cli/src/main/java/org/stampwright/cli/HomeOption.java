package org.stampwright.cli;

import java.nio.file.Path;
import org.stampwright.cli.home.Home;
import picocli.CommandLine.Option;

/** {@code --home}, the same for every command. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = ".stampwright",
            description = "Folder of this vendor's data, keys and logs (default: ${DEFAULT-VALUE}).")
    private Path folder;

    Home home() {
        return new Home(folder.toAbsolutePath().normalize());
    }

    /** A home that `up` has made before, else a refusal. */
    Home existing() {
        Home home = home();
        if (!home.isMade()) {
            throw new Refusal(
                    "no home at " + home.folder() + "; start one with: stampwright up --home " + home.folder());
        }
        return home;
    }
}
