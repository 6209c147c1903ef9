package org.stampwright.authority.vendor;

import jakarta.json.JsonObject;
import org.stampwright.protocol.StrictJson;

/** A licence as JSON: the values that a vendor must write into every indicium. */
final class LicenceDocument {

    private LicenceDocument() {}

    static JsonObject of(Vendor vendor) {
        return StrictJson.PROVIDER
                .createObjectBuilder()
                .add("licence", vendor.licence())
                .add("manufacturer", vendor.manufacturer())
                .add("model", vendor.model())
                .add("licensingPostcode", vendor.licensingPostcode())
                .add("currency", vendor.currency())
                .add("country", vendor.country())
                .add("softwareId", vendor.softwareId())
                .build();
    }
}
