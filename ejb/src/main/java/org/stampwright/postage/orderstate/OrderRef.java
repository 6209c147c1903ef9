package org.stampwright.postage.orderstate;

import java.io.Serializable;
import java.util.UUID;

/** One attempt at an order. A step that names an earlier attempt than the row's changes nothing. */
public record OrderRef(UUID id, int attempt) implements Serializable {}
