package org.stampwright.postage.ledger;

import org.stampwright.indicium.Money;

/** What came of a funding. */
public sealed interface FundingAnswer {

    /** The authority granted it; it is to be credited once. */
    record Granted(Funding funding) implements FundingAnswer {}

    /**
     * The authority refused it, which is recorded.
     *
     * @param amount that was asked for
     * @param reason the authority's word for it
     */
    record Refused(Money amount, String reason) implements FundingAnswer {}

    /** The authority did not answer: the funding is open, and has to be asked for again. */
    record Unknown() implements FundingAnswer {}
}
