/**
 * Requests, responses and refusals of the HTTP interface, in Stripe's format.
 *
 * <p>The law: each parameter is read by name and type, an unknown or invalid one is refused by name, and private
 * fields never appear in a response. No class here knows payments or the journal.
 */
package org.stampwright.cardsandbox.http;
