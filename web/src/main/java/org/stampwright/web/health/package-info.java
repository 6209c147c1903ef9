/**
 * What an instance says about itself under {@code /health}. Ready means: a purchase sent here now would be taken. A
 * check asks the thing itself (the database answers a query) and never repeats what another check already says.
 */
package org.stampwright.web.health;
