/**
 * Process supervision: start, watch, restart, stop. One supervisor per home, ensured by a file lock; it alone starts
 * and stops processes. Other commands read {@code state.json}, request more by writing {@code request.json}, or send
 * the supervisor a signal. A process is identified by its id <em>and</em> its start time, so that a process with a
 * reused id is never stopped.
 */
package org.stampwright.cli.supervision;
