/**
 * The bodies of requests, which arrive as slowly as the caller likes. A request thread waits for a body only for a bounded
 * time, and only a bounded number of them wait at once, so that callers who send slowly never hold all threads. Bodies are
 * bounded in size where they are read.
 */
package org.stampwright.web.body;
