/**
 * What the operator sees and does: the console's pages under {@code /operator} and the same for programs under
 * {@code /operator/api}. Both call the same facades, so whatever a page can do, an import can do.
 */
package org.stampwright.web.operator;
