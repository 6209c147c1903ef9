/**
 * The vendor's access to the postal authority. Every request is signed by the vendor's enrolment key, and every answer
 * is verified against the authority's root. Identifiers are chosen and stored here before a request is sent, so every
 * request may be retried. A missing answer means unknown, never no.
 */
package org.stampwright.postage.authority;
