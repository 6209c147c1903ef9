/**
 * The bodies of requests, which arrive as slowly as the caller likes. A request thread waits for a body only for a
 * bounded time, and only a bounded number of threads wait at once, so callers who send slowly cannot occupy all
 * threads. The size of a body is bounded where it is read.
 */
package org.stampwright.web.body;
