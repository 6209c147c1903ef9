/**
 * Payment intents, cards, charges and refunds.
 *
 * <p>The law: an intent moves only between Stripe's states, a capture never exceeds the hold, and a refund never
 * exceeds the capture. Card numbers are never stored.
 */
package org.stampwright.cardsandbox.payment;
