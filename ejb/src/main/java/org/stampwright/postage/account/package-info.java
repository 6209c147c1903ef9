/**
 * Who asks: consumers with an account, guests who hold the token of one order, API clients, operators. Of passwords
 * only a slow hash is stored, of keys and tokens (which have 128 random bits and more) a SHA-256. Wrong passwords and
 * serial numbers and registrations are counted per account and address in a table, so every instance sees them.
 */
package org.stampwright.postage.account;
