package org.stampwright.postage.psd;

import java.io.Serializable;
import java.util.UUID;

/** One attempt at franking an order. */
public record OrderAttempt(UUID id, int attempt) implements Serializable {}
