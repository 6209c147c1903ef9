package org.stampwright.cli.up;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.stampwright.cli.world.JsonHttp;
import org.stampwright.cli.world.UnexpectedResponse;

/**
 * A check that each of some server systems owns a PSD, by the operator's interface. While the vendor's selling is
 * stopped, no server system gets work, so none is awaited.
 */
record PsdOwnership(JsonHttp operator, List<String> owners) implements BooleanSupplier {

    @Override
    public boolean getAsBoolean() {
        if (owners.isEmpty()) {
            return true;
        }
        try {
            if (sellingIsStopped()) {
                return true;
            }
            Set<String> owning = operator
                    .get("/operator/api/psds")
                    .asJsonObject()
                    .getJsonArray("psds")
                    .getValuesAs(JsonObject.class)
                    .stream()
                    .filter(psd -> psd.getString("state").equals("active"))
                    .map(psd -> psd.getString("owner"))
                    .collect(Collectors.toSet());
            return owning.containsAll(owners);
        } catch (UnexpectedResponse notNow) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean sellingIsStopped() throws UnexpectedResponse, InterruptedException {
        return operator.get("/operator/api/selling").asJsonObject().getBoolean("stopped");
    }
}
