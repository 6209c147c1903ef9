/**
 * What {@code up} does, in order: database, schema, the outside world's stand-ins, enrolment, instances, first data;
 * then it watches. Each step finds out for itself whether it was done before, so that a start after a crash, a second
 * start and a start of what is missing are the same code.
 */
package org.stampwright.cli.up;
