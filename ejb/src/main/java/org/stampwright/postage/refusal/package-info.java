/** The answer of a facade that refuses a request, with a reason that the caller can understand. */
package org.stampwright.postage.refusal;
