/**
 * Fault injection, for tests of a vendor whose authority is slow, broken or unreachable.
 *
 * <p>The law: nothing here has any effect unless {@code authority.test-controls} is true. A fault applies to a number
 * of requests whose path begins with the given prefix; it is discarded when the authority stops.
 */
package org.stampwright.authority.faults;
