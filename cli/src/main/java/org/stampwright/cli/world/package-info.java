/**
 * The outside world of a home: a postal authority and a card company, both stand-ins that run beside the vendor's
 * system and are reached through their public interfaces only. A vendor enrols once: it sends its public keys and
 * receives a licence.
 */
package org.stampwright.cli.world;
