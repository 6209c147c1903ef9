/**
 * Orders for postage, from the first field of a draft to the printed stamp. Every step is one conditional update on
 * (id, state, attempt); zero rows means that somebody else went on, so the step is dropped. {@link OrderProgress} alone
 * takes an order further, without a transaction of its own; request, webhook, return page and {@link OrderRecoveryJob} all call it,
 * so a crash after any step leaves an order that order recovery finishes or undoes. A time-out outside means unknown, never
 * failed. Only records leave this package, and only to the caller who owns the order or to an operator.
 */
package org.stampwright.postage.order;
