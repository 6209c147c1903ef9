/**
 * What an HTTP listener of Payara does not do by itself: it refuses requests whose framing or address is ambiguous
 * before any code of the server sees them, and it gives the server's own empty error responses a body. The listener's
 * transport names {@link org.stampwright.listener.GuardedStrategy} as its {@code io-strategy}; {@code
 * docs/operations.md} describes the setting.
 */
package org.stampwright.listener;
