package org.stampwright.cli.up;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.stampwright.cli.home.Home;

/** The message printed once the system is ready: addresses, logins, and how to stop it. */
final class ReadyMessage {

    private ReadyMessage() {}

    static String of(Home home) {
        JsonObject status = new Status(home).local();
        JsonObject operator = status.getJsonObject("operator");
        StringBuilder text = new StringBuilder("\nStampwright is ready.\n\n");
        line(text, "Storefront", status.getString("storefront"));
        line(
                text,
                "Operator",
                operator.getString("url") + "  login " + operator.getString("user") + ", password "
                        + operator.getString("password"));
        String label = "Label sheets";
        for (JsonString sheet : status.getJsonArray("demoSheets").getValuesAs(JsonString.class)) {
            line(text, label, sheet.getString());
            label = "";
        }
        line(text, "Stop with", "Ctrl-C, or: bin/stampwright down --home " + home.folder());
        return text.toString();
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(String.format("  %-13s %s%n", label, value));
    }
}
