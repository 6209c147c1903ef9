package org.stampwright.authority.certificates;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A certificate request as JSON. */
final class RequestDocument {

    private RequestDocument() {}

    static JsonObject forVendor(CertificateDesk.State state) {
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("id", state.request().id().toString())
                .add("state", state.issued().isPresent() ? "issued" : "pending");
        state.issued()
                .ifPresent(issued -> document.add("serial", issued.serial()).add("certificate", issued.pem()));
        return document.build();
    }

    /** Returns what the administrator needs for the decision. */
    static JsonObject forAdmin(CertificateDesk.State state) {
        return Json.createObjectBuilder(forVendor(state))
                .add("vendor", state.request().vendor())
                .add("use", state.request().use())
                .add("serverSystem", state.request().serverSystem())
                .build();
    }
}
