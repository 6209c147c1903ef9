/**
 * A stand-in for the card company: the part of Stripe's HTTP API and hosted payment page that the vendor uses, with
 * Stripe's test cards, on its own port and with its own records. It is never part of a production deployment.
 *
 * <p>The law of this package. <b>The journal is the truth:</b> every act that changes anything is one line, appended
 * and forced to disk before it is answered, and holds the changed objects whole; what is answered is read from there,
 * so a restart answers as before. <b>One act at a time:</b> {@link org.stampwright.cardsandbox.Company} lets no two
 * acts overlap, so a capture and a cancel that arrive together are decided here, once, and the loser is told. <b>One
 * clock:</b> holds, sessions and idempotency keys end by {@link org.stampwright.cardsandbox.SandboxClock}, which tests
 * may set. <b>Faults come only on demand,</b> through {@code /test/*} and the same API key. Card numbers are looked up
 * and forgotten: the journal knows brand and last four digits. Fields that begin with an underscore are the company's
 * own and are never answered.
 */
package org.stampwright.cardsandbox;
