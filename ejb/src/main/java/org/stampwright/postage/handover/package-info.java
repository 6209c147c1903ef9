/**
 * The hand-over of one order to the server system that was selected for it. It has no body: the receiver reads
 * everything from the database, so a repeated, lost or forged hand-over can only repeat the stored outcome. A
 * time-out means unknown; whoever handed over asks the row.
 */
package org.stampwright.postage.handover;
