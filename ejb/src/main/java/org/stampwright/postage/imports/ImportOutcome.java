package org.stampwright.postage.imports;

import java.util.List;
import java.util.Map;
import org.stampwright.postage.account.Secret;

/**
 * The results of an import.
 *
 * @param edition number of the new edition of the rates, or null
 * @param sheets serial numbers as given or drawn, eleven characters each
 * @param serverSystems name to new state
 * @param selectionProcedure the one chosen, or null
 * @param keys name of each new client to its key, shown only once
 */
public record ImportOutcome(
        Long edition,
        List<String> sheets,
        Map<String, String> serverSystems,
        String selectionProcedure,
        Map<String, Secret> keys) {

    public ImportOutcome {
        sheets = List.copyOf(sheets);
        serverSystems = Map.copyOf(serverSystems);
        keys = Map.copyOf(keys);
    }
}
