package org.stampwright.postage.server;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** The role of an instance: it serves the web, processes (debits and signs), or both. */
public enum Role {
    WEB,
    PROCESSING,
    BOTH;

    /** Returns whether it has a cryptographic module and owns postal security devices. */
    public boolean processes() {
        return this != WEB;
    }

    /** Returns the word as configured and as stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static Role of(String word) {
        return valueOf(word.strip().toUpperCase(Locale.ROOT));
    }

    /** Stores the word. */
    @Converter
    public static class Stored implements AttributeConverter<Role, String> {

        @Override
        public String convertToDatabaseColumn(Role role) {
            return role.word();
        }

        @Override
        public Role convertToEntityAttribute(String word) {
            return of(word);
        }
    }
}
