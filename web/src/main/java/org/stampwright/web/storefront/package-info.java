/**
 * The shop: one thin bean a page, named after it, request scoped; whatever must outlive a request stands in the draft
 * order. The pages ask in the order in which a person would: the sheet, the stamps, the whole price, then who and how to
 * pay. A refusal is shown at the field that it is about.
 */
package org.stampwright.web.storefront;
