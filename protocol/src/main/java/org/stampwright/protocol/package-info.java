/**
 * What the programs say to each other, once for all of them: vendor, authority, auditor, print helper and command line.
 *
 * <p>The law: whatever comes from another program is bounded in time and size before it is read, and is taken in one
 * spelling only. The module knows no business and depends on {@code indicium} and the JSON interface alone, so that the
 * print helper can carry it.
 */
package org.stampwright.protocol;
