/**
 * The print helper, which runs on the consumer's computer and prints stamps on the sheet in the printer.
 *
 * <p>Its law: it prints only stamps that are genuine by the authority's root inside its own signed jar, only on the
 * medium that was bought for. It reports "printed" only when the printer's queue, or the person at the printer, says
 * so. It receives the bytes of a stamp only after the vendor has compared the serial number of the sheet, and writes
 * them only to the printer, or to the requested PDF. The ticket stays in memory: never in a URL, an argument of a
 * process, a log or a message.
 */
package org.stampwright.webstart;
