package org.stampwright.cli.supervision;

import java.util.Locale;

/** The state of a supervised program. */
enum ChildState {
    STARTING,
    RUNNING,
    WAITING;

    String text() {
        return this == WAITING ? "waiting to restart" : name().toLowerCase(Locale.ROOT);
    }
}
