package org.stampwright.postage.licence;

import java.lang.reflect.Field;
import java.util.Map;

/** A licence as the database would return it. */
public final class TestLicence {

    private TestLicence() {}

    public static Licence number(long number) {
        Licence licence = new Licence();
        Map.of(
                        "number",
                        number,
                        "manufacturer",
                        "A0",
                        "model",
                        "W1",
                        "licensingPostcode",
                        20260L,
                        "currency",
                        840,
                        "country",
                        "US",
                        "softwareId",
                        "STW100")
                .forEach((field, value) -> set(licence, field, value));
        return licence;
    }

    private static void set(Licence licence, String name, Object value) {
        try {
            Field field = Licence.class.getDeclaredField(name);
            field.setAccessible(true);
            field.set(licence, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
