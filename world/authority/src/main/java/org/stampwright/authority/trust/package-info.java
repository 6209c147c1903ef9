/**
 * The trust bundle: what everybody who checks stamps offline needs beside the root.
 *
 * <p>The law: a bundle's number rises with every bundle that is published, across restarts too, and a published bundle
 * never changes. A new one is made when a certificate was issued or revoked or a piece voided since the newest, or when
 * that is a quarter of its life old.
 */
package org.stampwright.authority.trust;
