package org.stampwright.authority.certificates;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.stampwright.protocol.StrictJson;

/** A certificate request as JSON. */
final class RequestDocument {

    private RequestDocument() {}

    static JsonObject forVendor(CertificateRegister.State state) {
        JsonObjectBuilder document = StrictJson.PROVIDER
                .createObjectBuilder()
                .add("id", state.request().id().toString())
                .add("state", state.issued().isPresent() ? "issued" : "pending");
        state.issued()
                .ifPresent(issued -> document.add("serial", issued.serial()).add("certificate", issued.pem()));
        return document.build();
    }

    /** Returns what the administrator needs for the decision. */
    static JsonObject forAdmin(CertificateRegister.State state) {
        return StrictJson.PROVIDER
                .createObjectBuilder(forVendor(state))
                .add("vendor", state.request().vendor())
                .add("use", state.request().use())
                .add("serverSystem", state.request().serverSystem())
                .build();
    }
}
