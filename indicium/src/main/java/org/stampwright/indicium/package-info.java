/**
 * Indicia: the values in them, their content and its bytes.
 *
 * <p>The law here: every value is a record that refuses, on construction, what could not be written into an indicium,
 * naming the field and the bound; encoding and decoding are exact inverses; decoding is total, so whatever bytes come
 * in, {@link org.stampwright.indicium.Decoded} says what they are and nothing is thrown. Money is a whole number of
 * mills. The layout is documented in {@code docs/indicium-format.md}.
 */
package org.stampwright.indicium;
