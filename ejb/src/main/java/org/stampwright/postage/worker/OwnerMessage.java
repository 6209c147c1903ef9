package org.stampwright.postage.worker;

import org.stampwright.postage.ledger.FundingAnswer;
import org.stampwright.postage.ledger.WaitingOrder;

/** What comes in at a PSD's owner. */
sealed interface OwnerMessage {

    /** An order to be franked. */
    record Frank(WaitingOrder order) implements OwnerMessage {}

    /** What became of a funding; null if none was open. */
    record Funds(FundingAnswer answer) implements OwnerMessage {}
}
