package org.stampwright.postage.server;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Whether the operator lets a server system take part. */
public enum AdmissionState {

    /** Registered by itself, not yet looked at. */
    PENDING,
    /** Taken part of: it may be selected and its node key is believed. */
    ADMITTED,
    /** Gets nothing new; what it has it finishes. */
    DRAINING,
    /** Out; its node key is not believed. */
    REMOVED;

    /** The word in the table. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException for any other word */
    public static AdmissionState of(String word) {
        return valueOf(word.strip().toUpperCase(Locale.ROOT));
    }

    /** Stores the word. */
    @Converter
    public static class Stored implements AttributeConverter<AdmissionState, String> {

        @Override
        public String convertToDatabaseColumn(AdmissionState state) {
            return state.word();
        }

        @Override
        public AdmissionState convertToEntityAttribute(String word) {
            return of(word);
        }
    }
}
