package org.stampwright.postage.server;

import java.util.Set;
import java.util.UUID;

/**
 * A request of another instance whose token was checked. The token is the whole message: it names the orders.
 *
 * @param caller the name of the instance
 */
public record NodeCall(String caller, NodeAct act, Set<UUID> orders) {}
