/**
 * Callers that wait at the same time share one call: a transaction, or a request to another instance. A caller that
 * waits alone starts at once. A failing transaction is split until the item that cannot be committed is alone.
 */
package org.stampwright.postage.batch;
