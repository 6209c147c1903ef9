package org.stampwright.cardsandbox.company;

import java.security.SecureRandom;

/** Generates ids in the company's format: a prefix and 24 random letters and digits, about 142 bits. */
public final class Identifiers {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private final SecureRandom random = new SecureRandom();

    public String next(String prefix) {
        return prefix + letters(24);
    }

    /** Generates a session's id. It is longer because it is the only secret in the address of the payment page. */
    public String session() {
        return "cs_test_" + letters(58);
    }

    public String letters(int count) {
        StringBuilder id = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
