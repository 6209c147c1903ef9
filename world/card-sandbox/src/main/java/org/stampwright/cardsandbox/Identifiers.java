package org.stampwright.cardsandbox;

import java.security.SecureRandom;

/** Makes ids in the company's form: a prefix and 24 random letters and digits, some 142 bits. */
final class Identifiers {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();

    String next(String prefix) {
        return prefix + letters(24);
    }

    /** A session's id stands in the address of its payment page and is the only key to it, so it is longer. */
    String session() {
        return "cs_test_" + letters(58);
    }

    String letters(int count) {
        StringBuilder id = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
