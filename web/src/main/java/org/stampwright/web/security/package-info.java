/**
 * Who asks, and what a browser may do with our answers. One authentication mechanism dispatches by path: an API key
 * under {@code /api}, a node token under {@code /internal}, an operator's password under {@code /operator/api}, the
 * login of the browser's session under {@code /operator} and {@code /account}; everybody else is anonymous, and a
 * guest proves an order by its token. Who asks is handed to the facades; they decide what that one may see.
 */
package org.stampwright.web.security;
