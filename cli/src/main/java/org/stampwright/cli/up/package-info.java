/**
 * The steps of {@code up}, in order: database, schema, the stand-ins for authority and card company, enrolment,
 * instances, first data; then it supervises. Each step detects whether it was done before, so that a start after a
 * crash, a second start and a start of missing parts run the same code.
 */
package org.stampwright.cli.up;
