/**
 * Refusals and faults over HTTP: one form, {@code application/problem+json}, and one place that gives a refusal its
 * status. A fault is reported by an incident number that is also in the log, never by its stack trace.
 */
package org.stampwright.web.problem;
