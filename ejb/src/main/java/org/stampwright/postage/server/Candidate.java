package org.stampwright.postage.server;

/**
 * A server system that may be asked to frank an order.
 *
 * @param id its number in the list
 * @param name as in its row
 * @param address where it is reached, without a slash at the end
 */
public record Candidate(long id, String name, String address) {}
