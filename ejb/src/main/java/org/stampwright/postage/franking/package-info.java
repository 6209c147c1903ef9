/**
 * How a claimed order reaches the server system that franks it: the hand-over and its receiving side. A hand-over is a
 * hint: its token names the orders, and the receiver reads everything else from the database, so a repeated, lost or
 * forged one changes nothing. The receiver takes only orders that are claimed for it, each attempt once. A time-out
 * means unknown; the caller then reads the order's row. {@link org.stampwright.postage.franking.ClaimedOrderJob} queues
 * orders that an instance has claimed and does not have in flight.
 * {@link org.stampwright.postage.franking.StrandedOrderJob} gives back orders that stay unsigned on a PSD without a
 * worker.
 */
package org.stampwright.postage.franking;
