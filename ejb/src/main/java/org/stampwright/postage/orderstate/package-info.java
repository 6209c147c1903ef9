/**
 * Where an order is on its way, and on whom it waits there. {@link org.stampwright.postage.orderstate.OrderTransitions}
 * alone changes the state of an order; everyone else refers to an order by
 * {@link org.stampwright.postage.orderstate.OrderRef} and reads it as
 * {@link org.stampwright.postage.orderstate.OrderSnapshot}. The groups of states are said in
 * {@link org.stampwright.postage.orderstate.OrderState} and nowhere else.
 */
package org.stampwright.postage.orderstate;
