/**
 * Checkout Sessions and their line items, and the expiry of sessions and holds.
 *
 * <p>The law: a session is completed or expired exactly once, and an expired one holds no money.
 */
package org.stampwright.cardsandbox.checkout;
