/**
 * The desk: where mail is cancelled, and where anyone in doubt about a stamp asks.
 *
 * <p>The law: <em>check</em> leaves no trace; <em>accept</em> is recorded once a piece, and the same desk with the same
 * scan gets the same answer again; so is one position of one label, so that of two stamps for it the second is refused
 * (a voided one was never accepted and does not count). Only a stamp whose signature fits and whose content is the one that its vendor
 * reported is ever accepted.
 */
package org.stampwright.authority.desk;
