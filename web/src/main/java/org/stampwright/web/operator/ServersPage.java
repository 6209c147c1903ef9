package org.stampwright.web.operator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;
import org.stampwright.postage.imports.ImportDocument;
import org.stampwright.postage.imports.ImportDocument.SystemState;
import org.stampwright.postage.imports.ImportOutcome;
import org.stampwright.postage.imports.Imports;
import org.stampwright.postage.refusal.Refused;
import org.stampwright.postage.server.ServerSystemView;
import org.stampwright.postage.server.ServerSystems;
import org.stampwright.web.security.CurrentCaller;
import org.stampwright.web.storefront.RefusalMessages;

/** Lists the server systems and lets the operator admit, drain or remove each. */
@Named
@RequestScoped
public class ServersPage {

    @Inject
    private ServerSystems serverSystems;

    @Inject
    private Imports importing;

    @Inject
    private CurrentCaller caller;

    private String procedure;

    /** Admits, drains or removes one. */
    public void change(String name, String state) {
        done(
                new ImportDocument(null, List.of(), null, List.of(new SystemState(name, state)), null, List.of()),
                name + " is " + state + " now.");
    }

    /** Sets the selection procedure. */
    public void choose() {
        done(
                new ImportDocument(null, List.of(), null, List.of(), procedure, List.of()),
                "Server systems are selected by " + procedure + " now.");
    }

    private void done(ImportDocument document, String said) {
        if (importing.importDocument(caller.operator(), document) instanceof Refused<ImportOutcome> refused) {
            RefusalMessages.show(null, refused.refusal());
            return;
        }
        Messages.addFlashGlobalInfo("{0}", said);
        Faces.redirect("operator/servers");
    }

    public List<ServerSystemView> getServerSystems() {
        return serverSystems.list();
    }

    public String getProcedure() {
        return procedure == null ? serverSystems.selectionProcedure() : procedure;
    }

    public void setProcedure(String procedure) {
        this.procedure = procedure;
    }
}
