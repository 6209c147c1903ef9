package org.stampwright.authority;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.stampwright.authority.keys.AuthoritySigner;
import org.stampwright.nativecrypto.SignatureProvider;

/**
 * Opens the authority at its start: tables first, then keys. If the database is not available yet, the next request or
 * health check retries.
 */
@ApplicationScoped
public class Startup {

    private static final System.Logger LOG = System.getLogger(Startup.class.getName());

    private Database database;
    private AuthoritySigner signer;
    private volatile boolean open;

    protected Startup() {}

    @Inject
    Startup(Database database, AuthoritySigner signer) {
        this.database = database;
        this.signer = signer;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        LOG.log(System.Logger.Level.INFO, SignatureProvider.install().toString());
        try {
            ensure();
        } catch (DatabaseFault notThereYet) {
            LOG.log(System.Logger.Level.WARNING, "not open yet: " + notThereYet.getMessage());
        }
    }

    /** @throws DatabaseFault while the database is unreachable */
    public void ensure() {
        if (!open) {
            open();
        }
    }

    private synchronized void open() {
        if (!open) {
            database.migrate();
            signer.open();
            open = true;
            LOG.log(System.Logger.Level.INFO, "the authority is open");
        }
    }
}
