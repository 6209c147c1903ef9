package org.stampwright.postage.payment;

import java.util.UUID;
import org.stampwright.indicium.Money;

/**
 * A request for payment.
 *
 * @param total whole cents of USD
 * @param pieces number of stamps, for the text on the card company's page
 * @param method the card company's name for the card, or null if its page asks for the card
 * @param email the address for the receipt, or null
 */
public record ToPay(UUID order, Money total, int pieces, String method, String email) {}
