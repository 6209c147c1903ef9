/**
 * The card company: one act at a time, from the request to the journal.
 *
 * <p>The law: an act sees its own changes, other acts see them only once they are in the journal, and a response
 * leaves only after its act is on disk. Time comes only from {@link org.stampwright.cardsandbox.company.SandboxClock}.
 */
package org.stampwright.cardsandbox.company;
