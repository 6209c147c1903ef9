/**
 * Starting processes, watching them, starting them again, stopping them. One supervisor a home, held by a file lock; it
 * alone starts and stops. Other commands read {@code state.json}, ask for more by writing {@code request.json}, or send the
 * supervisor a signal. A process is known by its id <em>and</em> its birth, so that a reused id is never stopped.
 */
package org.stampwright.cli.supervision;
