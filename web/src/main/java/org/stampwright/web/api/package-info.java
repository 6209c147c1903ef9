/**
 * The public interface for programs, {@code /api/v1}, as {@code docs/api.md} describes it. Resources read a request,
 * call one facade and write its answer; money is a number of mills everywhere. A response shows specimens of stamps and
 * never a signed one: those leave the vendor only in the response to a redeemed ticket.
 */
package org.stampwright.web.api;
