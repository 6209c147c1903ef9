/**
 * The card. Each try to be paid is a row, committed before the card company is asked; its number and the order's id are
 * the idempotency key of the one call that creates something there. After that every question is a retrieve by id:
 * webhooks and return pages are hints to ask, never the truth, and a time-out means unknown, never failed. A hold counts
 * only if it is for our amount, our currency and our order. Who wins when capture and cancel race, the card company
 * decides: we finish by capture and undo by cancel, and believe what it says then. Card numbers never come here.
 */
package org.stampwright.postage.payment;
