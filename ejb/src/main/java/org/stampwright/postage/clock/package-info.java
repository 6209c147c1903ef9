/**
 * The source of time and randomness: the one {@link java.time.Clock} and the one {@link java.security.SecureRandom},
 * injected wherever either is needed. Times that several instances must agree on use the database's clock.
 */
package org.stampwright.postage.clock;
