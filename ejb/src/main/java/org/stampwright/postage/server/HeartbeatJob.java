package org.stampwright.postage.server;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.CertificateEncodingException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.database.WorkJdbi;

/**
 * Writes this instance's row when it starts, and a heartbeat into it every three seconds, by the database's clock. If
 * the database does not answer, the next heartbeat retries. An instance that is not registered is not ready.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class HeartbeatJob {

    private static final Logger LOG = System.getLogger(HeartbeatJob.class.getName());

    private static final String REGISTER =
            "insert into server_system as s (name, role, state, address, node_certificate)"
                    + " values (:name, :role, 'pending', :address, :certificate)"
                    + " on conflict (name) do update set role = excluded.role,"
                    + " address = excluded.address, node_certificate = excluded.node_certificate, heartbeat_at = now(),"
                    + " version = s.version + 1, state = case when s.node_certificate = excluded.node_certificate"
                    + " and s.role = excluded.role then s.state else 'pending' end returning id, state";
    private static final String BEAT = "update server_system set heartbeat_at = now() where id = :id returning state";

    @Resource(lookup = DataSources.HEARTBEAT)
    DataSource heartbeat;

    @Inject
    ThisInstance instance;

    @Inject
    NodeKey nodeKey;

    private Jdbi jdbi;

    private record Registered(long id, AdmissionState state) {}

    @PostConstruct
    void atStart() {
        jdbi = WorkJdbi.over(heartbeat);
        showLife();
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false, info = "heartbeat")
    public void run() {
        try {
            showLife();
        } catch (RuntimeException fault) {
            // An exception would end the heartbeats: the server ends a schedule whose method throws.
            LOG.log(Level.ERROR, "No heartbeat from " + instance.name(), fault);
        }
    }

    private void showLife() {
        try {
            if (instance.isRegistered()) {
                giveSignOfLife();
            } else {
                register();
            }
        } catch (JdbiException noAnswer) {
            LOG.log(Level.WARNING, "No heartbeat from " + instance.name(), noAnswer);
        } catch (CertificateEncodingException fault) {
            throw new IllegalStateException("the node certificate cannot be written", fault);
        }
    }

    private void giveSignOfLife() {
        instance.stands(jdbi.withHandle(handle -> handle.createQuery(BEAT)
                .bind("id", instance.id())
                .map((row, context) -> AdmissionState.of(row.getString("state")))
                .one()));
    }

    private void register() throws CertificateEncodingException {
        byte[] certificate = nodeKey.certificate().getEncoded();
        Registered row = jdbi.withHandle(handle -> handle.createQuery(REGISTER)
                .bind("name", instance.name())
                .bind("role", instance.role().word())
                .bind("address", instance.address())
                .bind("certificate", certificate)
                .map((found, context) ->
                        new Registered(found.getLong("id"), AdmissionState.of(found.getString("state"))))
                .one());
        instance.registeredAs(row.id());
        instance.stands(row.state());
        LOG.log(
                Level.INFO,
                "Registered as server system {0}, {1}, {2}",
                row.id(),
                instance.name(),
                row.state().word());
    }
}
