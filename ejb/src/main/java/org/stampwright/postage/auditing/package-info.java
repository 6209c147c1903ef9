/**
 * The auditor inside the vendor system. Every minute, on one instance at a time, it checks the invariants of what is
 * new since the audit before, on its own read-only data source; each night it recounts every row. It stores its
 * findings for the console and for health.
 *
 * <p>The auditor never repairs anything; its findings are for the operator. A run that fails, or that cannot reach the
 * authority or the card company, is stored as aborted with its reason. It stays the first finding until another run is
 * complete, so that a missing audit is never mistaken for a clean one. If no run finishes for too long, that is a
 * finding too, which each instance judges by itself.
 */
package org.stampwright.postage.auditing;
