/**
 * Stamps read back from paper: what a symbol holds, as JSON under the field names of {@code docs/indicium-format.md},
 * and what the authority's root and trust bundle say about it.
 */
package org.stampwright.cli.stamps;
