/**
 * The health of an instance under {@code /health}. Ready means that the instance would accept a purchase now. A check
 * tests its dependency directly (the database answers a query) and never repeats the result of another check.
 */
package org.stampwright.web.health;
