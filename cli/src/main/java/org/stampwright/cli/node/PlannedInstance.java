package org.stampwright.cli.node;

import java.util.List;

/** An instance by its place in the home: its number determines its name and its ports, permanently. */
public record PlannedInstance(int number, Role role) {

    private static final List<String> NAMES = List.of(
            "alder", "birch", "cedar", "doum", "elm", "fir", "gean", "hazel", "ilex", "juniper", "kapok", "larch",
            "maple", "nutmeg", "oak", "pine", "quince", "rowan", "sorb");

    public String name() {
        return NAMES.get(number);
    }
}
