package org.stampwright.cli.node;

import java.util.Locale;

/** The role of an instance in the vendor's system. */
public enum Role {
    BOTH,
    WEB,
    PROCESSING;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean processes() {
        return this != WEB;
    }

    public boolean servesWeb() {
        return this != PROCESSING;
    }
}
