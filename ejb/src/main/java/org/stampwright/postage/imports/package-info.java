/**
 * Data that an operator imports: rates, label sheets, server systems, the selection procedure, API clients. A document
 * is imported as a whole or not at all, in one transaction; each refusal names the field by its path.
 */
package org.stampwright.postage.imports;
