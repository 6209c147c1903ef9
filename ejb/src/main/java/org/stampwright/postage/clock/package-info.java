/**
 * Where time and randomness come from: the one {@link java.time.Clock} and the one {@link java.security.SecureRandom},
 * injected wherever either is needed. What several instances must agree on goes by the database's clock instead.
 */
package org.stampwright.postage.clock;
