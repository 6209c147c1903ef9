/**
 * The callers: consumers with an account, guests who hold the token of one order, API clients, operators. Passwords are
 * stored only as slow hashes, keys and tokens (which have at least 128 random bits) as SHA-256. Wrong passwords, wrong
 * serial numbers and registrations are counted per account and address in a table, so every instance sees them.
 */
package org.stampwright.postage.account;
