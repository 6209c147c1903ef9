/**
 * Faults on order, for those who test what a vendor does when its authority is slow, broken or cut off.
 *
 * <p>The law: nothing here does anything unless {@code authority.test-controls} is true. A fault concerns the next so
 * many requests whose path begins as ordered; it is forgotten when the authority stops.
 */
package org.stampwright.authority.faults;
