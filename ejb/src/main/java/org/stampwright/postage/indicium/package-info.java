/**
 * Recorded contents and what became of them. A content is recorded before it is signed and is never changed; its
 * fate, signed or abandoned, is one row that whoever inserts first decides. The module signs only a prepared
 * indicium, and that is made only from a committed record whose entry's seal verifies.
 */
package org.stampwright.postage.indicium;
