/**
 * The trust bundle, which every offline verifier needs beside the root.
 *
 * <p>The law: a bundle's number rises with every published bundle, across restarts too, and a published bundle never
 * changes. A new one is created when a certificate was issued or revoked or a piece voided since the newest, or when a
 * quarter of the newest bundle's life is over.
 */
package org.stampwright.authority.trust;
