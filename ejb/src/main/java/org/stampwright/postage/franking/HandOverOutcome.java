package org.stampwright.postage.franking;

/** The outcome of handing an order over. */
public sealed interface HandOverOutcome {

    /** The server system returned the state of the order's row. */
    record Stored(FrankingOutcome outcome) implements HandOverOutcome {}

    /** No server system took it; the order is held as before and may be handed over again later. */
    record NobodyTook(String why) implements HandOverOutcome {}

    /**
     * The server system that has it did not answer. The row shows its progress, and the same hand-over may be repeated.
     */
    record Unknown(String why) implements HandOverOutcome {}
}
