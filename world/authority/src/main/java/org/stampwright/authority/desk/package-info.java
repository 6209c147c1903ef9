/**
 * The desk: where mail is cancelled, and where a doubtful stamp is checked.
 *
 * <p>The law: <em>check</em> leaves no trace. <em>Accept</em> is recorded once per piece; the same desk with the same
 * scan gets the same answer again. It is also recorded once per label position, so a second stamp for the same position
 * is refused (a voided one was never accepted and does not count). Only a stamp with a valid signature and exactly the
 * content that its vendor reported is ever accepted.
 */
package org.stampwright.authority.desk;
