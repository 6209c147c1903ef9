/**
 * The public interface for programs, {@code /api/v1}, as {@code docs/api.md} tells it. Resources read a request, ask
 * one facade and write its answer; money is a number of mills everywhere. An answer shows specimens of stamps and never
 * a signed one: those leave the vendor only in the answer to a redeemed ticket.
 */
package org.stampwright.web.api;
