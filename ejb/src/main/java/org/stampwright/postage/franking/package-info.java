/**
 * How an order reaches the server system that franks it: the hand-over to the selected server system, its receiving
 * side and the claim. A hand-over has no body: the receiver reads everything from the database, so a repeated, lost or
 * forged hand-over can only repeat the stored outcome. A time-out means unknown; the caller then reads the order's row.
 * {@link org.stampwright.postage.franking.ClaimedOrderJob} resumes orders that an instance has claimed and does not
 * have in flight. {@link org.stampwright.postage.franking.StrandedOrderJob} gives back orders that stay unsigned on a
 * PSD without a worker.
 */
package org.stampwright.postage.franking;
