/**
 * How an order reaches the server system that franks it: the hand-over to the selected server system, its receiving side
 * and the claim. A hand-over has no body: the receiver reads everything from the database, so a repeated, lost or forged
 * hand-over can only repeat the stored outcome. A time-out means unknown, and the order's row is asked. What an instance
 * has claimed and has in none of its queues is taken up again by {@link org.stampwright.postage.franking.ClaimedOrderJob};
 * what stays unsigned on a PSD without a worker is given back by
 * {@link org.stampwright.postage.franking.StrandedOrderJob}.
 */
package org.stampwright.postage.franking;
