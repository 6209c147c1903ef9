/**
 * A purchase by the public interface alone: order, payment, ticket; then the print helper, as its own program, fetches
 * the signed job and writes the page. The ticket goes to it on its standard input, never among its arguments.
 */
package org.stampwright.cli.buying;
