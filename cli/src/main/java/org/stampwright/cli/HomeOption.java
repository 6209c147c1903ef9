package org.stampwright.cli;

import java.nio.file.Path;
import org.stampwright.cli.home.Home;
import picocli.CommandLine.Option;

/** {@code --home}, shared by all commands. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = ".stampwright",
            description = "Folder of the vendor's data, keys and logs (default: ${DEFAULT-VALUE}).")
    private Path folder;

    Home home() {
        return new Home(folder.toAbsolutePath().normalize());
    }

    /** Returns a home that `up` created before; refuses if there is none. */
    Home existing() {
        Home home = home();
        if (!home.isMade()) {
            throw new Refusal(
                    "no home at " + home.folder() + "; start one with: stampwright up --home " + home.folder());
        }
        return home;
    }
}
