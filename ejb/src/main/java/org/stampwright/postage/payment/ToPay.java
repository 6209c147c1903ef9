package org.stampwright.postage.payment;

import java.util.UUID;
import org.stampwright.indicium.Money;

/**
 * What is to be paid for.
 *
 * @param total whole cents of USD
 * @param pieces stamps, for the words on the card company's page
 * @param method the card company's name for the card, or null where its page asks
 * @param email where the receipt goes, or null
 */
public record ToPay(UUID order, Money total, int pieces, String method, String email) {}
