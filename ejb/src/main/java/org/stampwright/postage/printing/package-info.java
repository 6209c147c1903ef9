/**
 * The only door by which a signed indicium leaves: a redeemed print ticket. A ticket is 128 random bits of which the
 * hash is stored; it lives 15 minutes, is bound to the first run of the print helper that names the right sheet, and
 * serves that run again for ten minutes, so a lost answer loses no stamp. Five wrong serial numbers end it. A job is
 * always the bytes that were signed: no reprint makes a new indicium.
 */
package org.stampwright.postage.printing;
