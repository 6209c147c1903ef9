/**
 * How this instance asks another program by HTTP: for the whole answer, to its last byte, and no longer than said. The
 * JDK's own time-out ends with the head of an answer; a peer that stops in the middle of the body would be waited for
 * without end.
 */
package org.stampwright.postage.http;
