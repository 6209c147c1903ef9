/**
 * The outside world of a home: a postal authority and a card company, both stand-ins that run beside the vendor's
 * system and are reached through their public interfaces alone. Enrolling there is what a vendor does once: it shows its
 * public keys and is given a licence.
 */
package org.stampwright.cli.world;
