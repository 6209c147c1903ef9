package org.stampwright.postage.imports;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.account.Secret;
import org.stampwright.postage.imports.ImportDocument.SystemState;
import org.stampwright.postage.rating.NewRates;
import org.stampwright.postage.rating.Rates;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.server.ListChange;
import org.stampwright.postage.server.ServerSystems;

/** Imports a document: everything in one transaction, rolled back as a whole when one field is invalid. */
@Stateless
public class Imports {

    @Inject
    private ImportLock turn;

    @Inject
    private Rates rates;

    @Inject
    private SheetImport sheets;

    @Inject
    private ServerSystems serverSystems;

    @Inject
    private Accounts accounts;

    /** Refusal: import-refused with the field's path; then nothing was changed. */
    public Answer<ImportOutcome> importDocument(Operator operator, ImportDocument document) {
        turn.take();
        try {
            return Answer.granted(new ImportOutcome(
                    document.rates() == null ? null : addRates(operator, document.rates()),
                    sheets.add(operator, document),
                    setStates(document),
                    select(document.selectionProcedure()),
                    makeClients(document)));
        } catch (Misfit misfit) {
            turn.undo();
            return Answer.refused(misfit.refusal());
        }
    }

    private long addRates(Operator operator, NewRates edition) {
        if (rates.hasEditionFrom(edition.validFrom())) {
            throw new Misfit("rates.validFrom", "Rates from that moment exist already; rates are never changed.");
        }
        return rates.add(operator, edition);
    }

    private Map<String, String> setStates(ImportDocument document) {
        Map<String, String> done = new LinkedHashMap<>();
        int place = 0;
        for (SystemState wanted : document.serverSystems()) {
            setState(wanted, "serverSystems[" + place++ + "]");
            done.put(wanted.name(), wanted.state());
        }
        return done;
    }

    private void setState(SystemState wanted, String path) {
        ListChange change =
                switch (wanted.state()) {
                    case "admitted" -> serverSystems.admit(wanted.name());
                    case "draining" -> serverSystems.drain(wanted.name());
                    case "removed" -> serverSystems.remove(wanted.name());
                    default -> throw new Misfit(path + ".state", "A server system is admitted, draining or removed.");
                };
        switch (change) {
            case DONE -> {}
            case UNKNOWN_NAME -> throw new Misfit(path + ".name", "There is no server system " + wanted.name() + ".");
            case NOT_ADMITTED ->
                throw new Misfit(path + ".state", wanted.name() + " is not admitted, so it cannot be drained.");
        }
    }

    private String select(String procedure) {
        if (procedure != null && !serverSystems.selectBy(procedure)) {
            throw new Misfit("selectionProcedure", "The procedures are round-robin and fewest-unfinished.");
        }
        return procedure;
    }

    private Map<String, Secret> makeClients(ImportDocument document) {
        Map<String, Secret> keys = new LinkedHashMap<>();
        for (String name : document.clients()) {
            String login = name.toLowerCase(Locale.ROOT);
            if (keys.containsKey(login) || accounts.hasClient(login)) {
                throw new Misfit("accounts[" + keys.size() + "].name", "There is a client " + login + " already.");
            }
            keys.put(login, accounts.makeClient(login));
        }
        return keys;
    }
}
