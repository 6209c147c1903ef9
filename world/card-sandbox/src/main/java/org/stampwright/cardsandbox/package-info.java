/**
 * A stand-in for the card company: the part of Stripe's HTTP API and hosted payment page that the vendor uses, with
 * Stripe's test cards, on its own port and with its own records. It is never part of a production deployment.
 *
 * <p>The law of all packages below. <b>The journal is the truth:</b> every act that changes anything is one line with
 * the changed objects in full, appended and forced to disk before the response is sent. Responses are read from the
 * journal, so they are the same after a restart. <b>One act at a time:</b>
 * {@link org.stampwright.cardsandbox.company.Company} never runs two acts at once, so it decides a race between a
 * capture and a cancel exactly once, and the loser gets an error. <b>One clock:</b> holds, sessions and idempotency
 * keys end by {@link org.stampwright.cardsandbox.company.SandboxClock}, which tests may set. <b>Faults come only on
 * request,</b> through {@code /test/*} and the same API key. Card numbers are never stored: the journal contains brand
 * and last four digits. Fields that begin with an underscore are private and never appear in a response.
 */
package org.stampwright.cardsandbox;
