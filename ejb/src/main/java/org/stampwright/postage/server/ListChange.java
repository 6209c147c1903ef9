package org.stampwright.postage.server;

/** The outcome of an operator's change to the list of server systems; only {@link #DONE} changed the list. */
public enum ListChange {
    DONE,
    /** The list has no server system of this name. */
    UNKNOWN_NAME,
    /** It is pending or removed: only an admitted server system can be drained. */
    NOT_ADMITTED
}
