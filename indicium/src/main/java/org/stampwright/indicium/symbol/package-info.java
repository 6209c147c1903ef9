/**
 * Symbols: the Data Matrix of a stamp, the Code 128 of a serial number, and both kinds of historic symbols read from
 * pictures.
 *
 * <p>The law: a stamp's symbol always has 44 × 44 modules with one Base 256 segment, for any bytes; the reader returns
 * the bytes as they were encoded. Reading is total: a picture without a symbol gives an empty list.
 */
package org.stampwright.indicium.symbol;
