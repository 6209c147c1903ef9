/**
 * The operator's console: its pages under {@code /operator} and the same for programs under {@code /operator/api}. Both
 * call the same facades, so every action on a page is also possible by an import.
 */
package org.stampwright.web.operator;
