/**
 * Printing, from the order page to the paper. The ticket is sent inside the JNLP file that answers a POST, and in the
 * Authorization header afterwards: never in a URL. A signed stamp leaves in two places only, both after a check of the
 * serial number of the sheet in the printer: the print job that answers a redeemed ticket, and the PDF.
 */
package org.stampwright.web.printing;
