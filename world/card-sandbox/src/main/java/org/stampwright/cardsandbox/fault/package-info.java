/**
 * Fault injection and the other test controls under {@code /test}.
 *
 * <p>The law: nothing here has any effect without a request with the API key, and a restart clears all faults.
 */
package org.stampwright.cardsandbox.fault;
