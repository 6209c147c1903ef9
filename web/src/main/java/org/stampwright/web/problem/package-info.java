/**
 * How this system says no over HTTP: one form, {@code application/problem+json}, one place where a refusal gets its
 * status. A fault is told by a number that the log also has, never by its stack.
 */
package org.stampwright.web.problem;
