/**
 * How a placed order is taken further until it rests. {@link org.stampwright.postage.workflow.OrderProgress} alone takes
 * an order further; request, webhook, return page and {@link org.stampwright.postage.workflow.OrderRecoveryJob} all call
 * it, so a crash after any step leaves an order that order recovery finishes or undoes. It has no transaction of its own:
 * every step is one conditional update on (id, state, attempt), and zero rows mean that another caller went on, so the
 * step is dropped. A time-out outside means unknown, never failed.
 */
package org.stampwright.postage.workflow;
