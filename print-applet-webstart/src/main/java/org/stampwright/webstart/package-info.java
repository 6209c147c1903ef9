/**
 * The print helper: what runs on the consumer's computer and puts stamps on the sheet in the printer.
 *
 * <p>Its law: it prints only what is genuine by the authority's root inside its own signed jar, only on the medium
 * that was bought for, and it reports "printed" only when the printer's queue, or the person in front of the printer,
 * says so. The bytes of a stamp reach it only after the vendor has compared the serial number of the sheet; it writes
 * them nowhere but to the printer, or to the PDF it was asked for. The ticket stays in memory: never in a URL, an
 * argument of a process, a log or a message.
 */
package org.stampwright.webstart;
