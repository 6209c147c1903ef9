/**
 * The shop: one thin, request-scoped bean per page, named after it; data that must outlive a request is in the draft
 * order. The pages ask in the order in which a person would: the sheet, the stamps, the whole price, then who and how
 * to pay. A refusal is shown at its field.
 */
package org.stampwright.web.storefront;
