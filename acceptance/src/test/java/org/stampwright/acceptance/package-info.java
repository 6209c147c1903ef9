/**
 * Tests of the whole system, from outside.
 *
 * <p>Law: these tests start the system with its own command ({@code bin/stampwright up}) once for the whole suite and
 * use the interfaces of its users (browser, public API, print helper, command line). They check the results that matter
 * to those users: the printed page, the registers, the authority's and the card company's own records. A test of a
 * refusal checks afterwards that nothing has changed. A test that stops a part starts it again. In the browser a test
 * names elements by locators, waits for a text before it relies on a page, and leaves a page by {@code pressAndLeave},
 * so that it reads nothing from a page that is about to be replaced; no test holds an element.
 */
package org.stampwright.acceptance;
