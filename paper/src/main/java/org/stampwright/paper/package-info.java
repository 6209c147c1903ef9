/**
 * Stamps on paper: sheets as vector PDF, and stamps read back from PDF and pictures.
 *
 * <p>Its law: one millimetre in the stock's data is one millimetre on the paper. A page is exactly as large as the
 * stock's paper, every stamp stands where the stock says its label is, and each document asks its viewer not to scale.
 * What is drawn comes from {@code indicium.drawing}; nothing is drawn here a second time. Nothing here judges a stamp:
 * whoever prints has checked before.
 */
package org.stampwright.paper;
