/**
 * The merchant's API under {@code /v1}: its routes and lists.
 *
 * <p>The law: every request is checked for key, parameters and idempotency key, in this order, before any work begins.
 */
package org.stampwright.cardsandbox.api;
