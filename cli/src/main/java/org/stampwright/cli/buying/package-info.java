/**
 * A purchase through the public API: order, payment, ticket; then the print helper, as a separate program, fetches the
 * signed job and writes the PDF. The helper reads the ticket from its standard input, never from its arguments.
 */
package org.stampwright.cli.buying;
