package org.stampwright.postage.imports;

import jakarta.json.JsonObject;
import java.util.List;
import org.stampwright.postage.rating.NewRates;
import org.stampwright.postage.refusal.Answer;

/**
 * An operator's import, read and checked as far as possible without the database.
 *
 * @param rates null if there are none
 * @param sheets listed one by one
 * @param drawn the sheets to draw, or null
 * @param selectionProcedure the procedure to select by, or null for no change
 * @param clients names of API clients to create
 */
public record ImportDocument(
        NewRates rates,
        List<GivenSheet> sheets,
        DrawnSheets drawn,
        List<SystemState> serverSystems,
        String selectionProcedure,
        List<String> clients) {

    /** A sheet by its number as typed. */
    public record GivenSheet(String serial, String stock, String state, String owner) {}

    /** A number of sheets of a series, their serial numbers drawn at random. */
    public record DrawnSheets(String series, int count, String stock) {}

    /** A server system and its new state: admitted, draining or removed. */
    public record SystemState(String name, String state) {}

    public ImportDocument {
        sheets = List.copyOf(sheets);
        serverSystems = List.copyOf(serverSystems);
        clients = List.copyOf(clients);
    }

    /** Reads a document; an invalid field is refused as import-refused with its path. */
    public static Answer<ImportDocument> read(JsonObject json) {
        try {
            return Answer.granted(Reading.document(new Fields(json, "")));
        } catch (Misfit misfit) {
            return Answer.refused(misfit.refusal());
        }
    }
}
