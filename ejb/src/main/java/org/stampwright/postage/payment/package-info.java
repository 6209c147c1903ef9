/**
 * Card payments. Each attempt to pay is a row, committed before the card company is asked. Its number and the order's
 * id form the idempotency key of the one call that creates an object there. Every later request is a retrieve by id:
 * webhooks and return pages are hints to ask, never the truth, and a time-out means unknown, never failed. A hold
 * counts only if it is for the right amount, currency and order. The card company decides races between capture and
 * cancel: the vendor finishes by capture, undoes by cancel, and accepts the answer. Card numbers never reach the
 * vendor.
 */
package org.stampwright.postage.payment;
