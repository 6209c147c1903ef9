/**
 * The only way by which a signed indicium leaves the vendor: a redeemed print ticket. A ticket is 128 random bits,
 * stored as a hash. It lives 15 minutes and is bound to the first run of the print helper that names the right sheet.
 * It serves that run again for ten minutes, so a lost answer loses no stamp. Five wrong serial numbers end it. A job
 * always contains the bytes that were signed: no reprint makes a new indicium.
 */
package org.stampwright.postage.printing;
