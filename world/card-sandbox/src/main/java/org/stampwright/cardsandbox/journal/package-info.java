/**
 * The records: the append-only journal, the index over it, and the idempotency keys.
 *
 * <p>The law: a line counts once it is forced to disk; index and keys are rebuilt from the lines' heads alone, so a
 * restart answers as before.
 */
package org.stampwright.cardsandbox.journal;
