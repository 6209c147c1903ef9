package org.stampwright.postage.rating;

/** New rates were written in the current transaction. */
record RatesAdded() {}
