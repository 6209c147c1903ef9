/**
 * Authentication, and limits on what a browser may do with a response. One authentication mechanism dispatches by path:
 * an API key under {@code /api}, a node token under {@code /internal}, an operator's password under {@code
 * /operator/api}, the login of the browser's session under {@code /operator} and {@code /account}. All other callers
 * are anonymous, and a guest proves an order by its token. The facades receive the caller and decide what it may see.
 */
package org.stampwright.web.security;
