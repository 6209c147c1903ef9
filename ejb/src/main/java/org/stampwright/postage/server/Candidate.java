package org.stampwright.postage.server;

/**
 * A server system that may be asked to frank an order.
 *
 * @param id its id in the list
 * @param name as in its row
 * @param address its base address, without a trailing slash
 */
public record Candidate(long id, String name, String address) {}
