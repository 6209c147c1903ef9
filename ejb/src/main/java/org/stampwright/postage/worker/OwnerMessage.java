package org.stampwright.postage.worker;

import org.stampwright.postage.ledger.FundingAnswer;
import org.stampwright.postage.ledger.WaitingOrder;

/** The messages that a PSD's owner receives. */
sealed interface OwnerMessage {

    /** An order to be franked. */
    record Frank(WaitingOrder order) implements OwnerMessage {}

    /** The answer to a funding; null if none was open. */
    record Funds(FundingAnswer answer) implements OwnerMessage {}
}
