package org.stampwright.postage.printing;

import org.stampwright.indicium.SignedIndicium;

/** One stamp of a print job. */
public record PrintPiece(int position, SignedIndicium indicium, String product) {}
