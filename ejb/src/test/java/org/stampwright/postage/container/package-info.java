/**
 * The business without its application server, for tests: real PostgreSQL with the real schema, the real persistence
 * provider, and facades with their declared transactions; all other parts are assembled by hand.
 */
package org.stampwright.postage.container;
