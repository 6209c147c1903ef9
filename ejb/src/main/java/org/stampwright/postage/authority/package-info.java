/**
 * The vendor's way to the postal authority. Every request is signed by the vendor's enrolment key, every answer is
 * checked against the authority's root before anybody believes it. Identifiers are chosen and stored here before
 * the question is asked, so a question may always be asked again; silence means unknown, never no.
 */
package org.stampwright.postage.authority;
