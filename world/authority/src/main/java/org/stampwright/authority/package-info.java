/**
 * A reference postal authority; this package is the foundation of the features below.
 *
 * <p>The law: each decision is a row in the authority's own PostgreSQL database before any caller learns of it. An id
 * that a vendor chose is decided once: the same request again gets the same response, and a different request under the
 * same id gets 409. Every effect is one transaction, so a process killed at any line has either done it completely or
 * not at all. Money is a whole number of mills in a {@code long}.
 */
package org.stampwright.authority;
