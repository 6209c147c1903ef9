package org.stampwright.postage.licence;

import jakarta.json.Json;

/** A licence as the authority states it. */
public final class TestLicence {

    private TestLicence() {}

    public static Licence number(long number) {
        return Licence.stated(Json.createObjectBuilder()
                .add("licence", number)
                .add("manufacturer", "A0")
                .add("model", "W1")
                .add("licensingPostcode", 20260)
                .add("currency", 840)
                .add("country", "US")
                .add("softwareId", "STW100")
                .build());
    }
}
