package org.stampwright.postage.database;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;

/** Reads a nullable {@code uuid} column, for which EclipseLink's own converter throws; declare it where needed. */
@Converter
public class NullableUuid implements AttributeConverter<UUID, Object> {

    @Override
    public Object convertToDatabaseColumn(UUID id) {
        return id == null ? null : id.toString();
    }

    @Override
    public UUID convertToEntityAttribute(Object stored) {
        return stored == null ? null : UUID.fromString(stored.toString());
    }
}
