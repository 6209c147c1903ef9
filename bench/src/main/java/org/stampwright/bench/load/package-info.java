/** Callers that put load on the system, and the durations that they see. */
package org.stampwright.bench.load;
