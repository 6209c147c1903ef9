/**
 * Stamps on paper: sheets as vector PDF, and stamps read back from PDF and images.
 *
 * <p>Its law: one millimetre in the stock's data is one millimetre on the paper. A page has exactly the size of the
 * stock's paper, every stamp is where the stock's data place its label, and each document asks its viewer not to scale.
 * All drawing comes from {@code indicium.drawing}; none is repeated here. Stamps are not verified here: the caller has
 * done so before.
 */
package org.stampwright.paper;
