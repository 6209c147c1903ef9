/**
 * Advances a placed order until it rests. Only {@link org.stampwright.postage.workflow.OrderProgress} advances an
 * order. Request, webhook, return page and {@link org.stampwright.postage.workflow.OrderRecoveryJob} all call it, so
 * the recovery job finishes or undoes an order after a crash at any step. It has no transaction of its own: every step
 * is one conditional update on (id, state, attempt), which orders that wait at the same time share. Zero updated rows
 * mean that another caller has advanced the order, so the step is dropped. A time-out outside means unknown, never
 * failed.
 */
package org.stampwright.postage.workflow;
