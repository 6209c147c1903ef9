/**
 * From the order page to paper. The ticket travels inside the JNLP file that answers a POST, and in the Authorization
 * header afterwards: never in an address. A signed stamp leaves in two places only, both after the serial number of
 * the sheet in the printer was checked: the print job that answers a redeemed ticket, and the PDF.
 */
package org.stampwright.web.printing;
