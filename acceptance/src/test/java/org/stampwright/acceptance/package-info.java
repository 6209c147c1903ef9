/**
 * The whole system, seen from outside.
 *
 * <p>Law: tests here start the system with its own command ({@code bin/stampwright up}) once for the whole suite, use
 * what its users use (browser, public API, print helper, command line), and look at the result where it would hurt: on
 * the printed page, in the registers, in the authority's and the card company's own records. Each test that sees a
 * refusal checks afterwards that nothing moved. A test that stops a part starts it again. In the browser a test names
 * what it means by a locator, waits for a text before it relies on a page, and leaves a page by {@code pressAndLeave}, so
 * that nothing is read from a page that is about to go; no test sees an element.
 */
package org.stampwright.acceptance;
