/**
 * HTTP as this program needs it: whoever asks gets the whole answer within a limit, or none. The JDK's own time-out of a
 * request ends when the answer's headers are there; a peer that stops in the middle of a body would keep us for ever.
 */
package org.stampwright.cli.http;
