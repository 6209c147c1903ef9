package org.stampwright.postage.server;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Locale;

/** Whether the operator lets a server system take part. */
public enum AdmissionState {

    /** Registered by itself, not reviewed yet. */
    PENDING,
    /** Takes part: it may be selected and its node key is trusted. */
    ADMITTED,
    /** Gets no new orders; finishes those that it has. */
    DRAINING,
    /** Removed; its node key is not trusted. */
    REMOVED;

    /** Returns the word as stored. */
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
