/**
 * Stamps read back from paper: the content of a symbol as JSON, with the field names of
 * {@code docs/indicium-format.md}, and the verdict by the authority's root and trust bundle.
 */
package org.stampwright.cli.stamps;
