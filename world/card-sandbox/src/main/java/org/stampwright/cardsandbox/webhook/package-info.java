/**
 * Signed events to the merchant's endpoint.
 *
 * <p>The law: an event is sent only after its act is on disk, is retried until acknowledged or given up, and no act
 * waits for a merchant.
 */
package org.stampwright.cardsandbox.webhook;
