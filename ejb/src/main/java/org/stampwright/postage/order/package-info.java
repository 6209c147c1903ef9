/**
 * Orders as the consumer and the operator see them: drafts, placing, and queries. An order is placed in one transaction
 * with its lines, its positions and its idempotency key; from then on {@code workflow} advances it. Only records leave
 * this package, and only to the caller who owns the order or to an operator.
 */
package org.stampwright.postage.order;
