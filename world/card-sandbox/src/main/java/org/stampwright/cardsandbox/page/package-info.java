/**
 * The pages for the payer's browser: the payment page and the bank's confirmation page.
 *
 * <p>The law: all text is escaped, no page contains a card number or security code, and each has a strict content
 * security policy.
 */
package org.stampwright.cardsandbox.page;
