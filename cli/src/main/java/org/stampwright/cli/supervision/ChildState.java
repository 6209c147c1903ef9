package org.stampwright.cli.supervision;

import java.util.Locale;

/** What a watched program is doing. */
enum ChildState {
    STARTING,
    RUNNING,
    WAITING;

    String text() {
        return this == WAITING ? "waiting to restart" : name().toLowerCase(Locale.ROOT);
    }
}
