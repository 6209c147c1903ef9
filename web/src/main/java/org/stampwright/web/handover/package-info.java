/**
 * Where another instance hands an order over, {@code /internal/orders/{id}/frank}. The request has no body: the order is
 * read from the database, so a repeated or forged one can only repeat the stored outcome. At most 64 at a time; beyond
 * that the answer is 503 and the caller asks the next server system.
 */
package org.stampwright.web.handover;
