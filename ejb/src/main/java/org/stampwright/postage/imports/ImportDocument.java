package org.stampwright.postage.imports;

import jakarta.json.JsonObject;
import java.util.List;
import org.stampwright.postage.rating.NewRates;
import org.stampwright.postage.refusal.Answer;

/**
 * An operator's import, read and checked as far as the document alone can say.
 *
 * @param rates null if there are none
 * @param sheets given one by one
 * @param drawn to be drawn, or null
 * @param selectionProcedure null if it stays
 * @param clients names of API clients to be made
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

    /** So many sheets of a series, their numbers drawn at random. */
    public record DrawnSheets(String series, int count, String stock) {}

    /** A server system and what it shall be: admitted, draining or removed. */
    public record SystemState(String name, String state) {}

    public ImportDocument {
        sheets = List.copyOf(sheets);
        serverSystems = List.copyOf(serverSystems);
        clients = List.copyOf(clients);
    }

    /** Reads a document; a field that does not fit is refused as import-refused with its path. */
    public static Answer<ImportDocument> read(JsonObject json) {
        try {
            return Answer.granted(Reading.document(new Fields(json, "")));
        } catch (Misfit misfit) {
            return Answer.refused(misfit.refusal());
        }
    }
}
