package org.stampwright.audit;

/** Is told during an audit that it goes on, before each page and each outside call. */
@FunctionalInterface
public interface Progress {

    /** @throws IllegalStateException if the audit must end, for instance because its lease is lost */
    void continues();

    /** Returns one that lets every audit run to its end. */
    static Progress unwatched() {
        return () -> {};
    }
}
