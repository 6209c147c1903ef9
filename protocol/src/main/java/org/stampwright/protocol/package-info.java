/**
 * The communication between the programs, implemented once for all of them: vendor, authority, auditor, print helper
 * and command line.
 *
 * <p>Law: data from another program is bounded in time and size before it is read, and is accepted in one spelling
 * only. The module contains no business rules and depends only on {@code indicium} and the JSON interface, so that the
 * print helper can include it.
 */
package org.stampwright.protocol;
