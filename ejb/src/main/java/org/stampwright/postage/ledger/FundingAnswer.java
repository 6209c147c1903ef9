package org.stampwright.postage.ledger;

import org.stampwright.indicium.Money;

/** The authority's answer to a funding. */
public sealed interface FundingAnswer {

    /** The authority granted it; the owner credits it once. */
    record Granted(Funding funding) implements FundingAnswer {}

    /**
     * The authority refused it, which is recorded.
     *
     * @param amount the amount requested
     * @param reason the authority's reason code
     */
    record Refused(Money amount, String reason) implements FundingAnswer {}

    /** The authority did not answer: the funding is open and has to be retried. */
    record Unknown() implements FundingAnswer {}
}
