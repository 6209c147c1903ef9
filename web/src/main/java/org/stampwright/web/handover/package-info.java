/**
 * The receiving side of a hand-over between instances, {@code /internal/orders/{id}/frank}. The request has no body:
 * the order is read from the database, so a repeated or forged request can only return the stored outcome. At most 64
 * run at a time; beyond that the response is 503 and the caller asks the next server system.
 */
package org.stampwright.web.handover;
