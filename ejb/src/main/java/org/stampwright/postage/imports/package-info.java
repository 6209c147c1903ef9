/**
 * What an operator brings into the system: rates, label sheets, server systems, the selection procedure, API clients. One
 * document, everything in it or nothing, in one transaction; each refusal names the field by its path.
 */
package org.stampwright.postage.imports;
