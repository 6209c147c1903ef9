package org.stampwright.postage.voiding;

import java.util.UUID;

/** A void that the authority has not decided yet. */
public record OpenVoid(UUID id, long psd, long pieceCount, VoidReason because) {}
