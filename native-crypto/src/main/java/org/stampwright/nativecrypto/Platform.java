package org.stampwright.nativecrypto;

import java.util.Locale;

/** Operating system and processor, as the JVM names them. */
record Platform(String system, String processor) {

    static Platform current() {
        return new Platform(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Returns the name of the jar with the native provider for this platform, which exists for some only. */
    String jar() {
        return system.toLowerCase(Locale.ROOT) + "-" + processor + ".jar";
    }

    @Override
    public String toString() {
        return system + " on " + processor;
    }
}
