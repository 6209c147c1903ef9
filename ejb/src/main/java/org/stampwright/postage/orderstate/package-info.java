/**
 * The state of an order, and the party that it waits for. Only
 * {@link org.stampwright.postage.orderstate.OrderTransitions} changes the state of an order. Other packages refer to an
 * order by {@link org.stampwright.postage.orderstate.OrderRef} and read it as
 * {@link org.stampwright.postage.orderstate.OrderSnapshot}. The groups of states are defined in
 * {@link org.stampwright.postage.orderstate.OrderState} and nowhere else.
 */
package org.stampwright.postage.orderstate;
