package org.stampwright.postage.franking;

/** What came of handing an order over. */
public sealed interface HandOverOutcome {

    /** The order's row says this. */
    record Stored(FrankingOutcome outcome) implements HandOverOutcome {}

    /** Nobody took it; the order is held as before, and may be handed over again later. */
    record NobodyTook(String why) implements HandOverOutcome {}

    /** Whoever has it did not answer; its row says how far it got, and the same hand-over may be repeated. */
    record Unknown(String why) implements HandOverOutcome {}
}
