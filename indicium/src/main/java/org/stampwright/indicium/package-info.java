/**
 * Indicia: their values, their content and its bytes.
 *
 * <p>The law here: every value is a record whose constructor refuses what cannot be written into an indicium, naming
 * the field and the bound. Encoding and decoding are exact inverses. Decoding is total: for any bytes,
 * {@link org.stampwright.indicium.Decoded} gives a result and never throws. Money is a whole number of mills. The
 * layout is documented in {@code docs/indicium-format.md}.
 */
package org.stampwright.indicium;
