/**
 * Recorded contents and their fate. A content is recorded before it is signed and is never changed. Its fate, signed or
 * abandoned, is one row, which the first insert decides. The module signs only a prepared indicium, which is created
 * only from a committed record whose entry's seal verifies.
 */
package org.stampwright.postage.indicium;
