package org.stampwright.cardsandbox;

import java.security.SecureRandom;

/** Generates ids in the company's format: a prefix and 24 random letters and digits, about 142 bits. */
final class Identifiers {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();

    String next(String prefix) {
        return prefix + letters(24);
    }

    /** Generates a session's id. It is longer because it is the only secret in the address of the payment page. */
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
