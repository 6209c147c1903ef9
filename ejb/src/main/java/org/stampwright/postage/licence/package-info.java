/**
 * The vendor's single licence, as the authority issued it: fetched once, stored in one row, the same in every indicium
 * of every consumer.
 */
package org.stampwright.postage.licence;
