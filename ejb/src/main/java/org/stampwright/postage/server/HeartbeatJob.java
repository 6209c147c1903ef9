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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stampwright.postage.database.DataSources;

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
                    + " values (?, ?, 'pending', ?, ?) on conflict (name) do update set role = excluded.role,"
                    + " address = excluded.address, node_certificate = excluded.node_certificate, heartbeat_at = now(),"
                    + " version = s.version + 1, state = case when s.node_certificate = excluded.node_certificate"
                    + " and s.role = excluded.role then s.state else 'pending' end returning id, state";
    private static final String BEAT = "update server_system set heartbeat_at = now() where id = ? returning state";

    @Resource(lookup = DataSources.HEARTBEAT)
    DataSource heartbeat;

    @Inject
    ThisInstance instance;

    @Inject
    NodeKey nodeKey;

    @PostConstruct
    void atStart() {
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
        try (Connection connection = heartbeat.getConnection()) {
            if (instance.isRegistered()) {
                giveSignOfLife(connection);
            } else {
                register(connection);
            }
        } catch (SQLException noAnswer) {
            LOG.log(Level.WARNING, "No heartbeat from " + instance.name(), noAnswer);
        } catch (CertificateEncodingException fault) {
            throw new IllegalStateException("the node certificate cannot be written", fault);
        }
    }

    private void giveSignOfLife(Connection connection) throws SQLException {
        try (PreparedStatement beat = connection.prepareStatement(BEAT)) {
            beat.setLong(1, instance.id());
            try (ResultSet row = beat.executeQuery()) {
                row.next();
                instance.stands(AdmissionState.of(row.getString(1)));
            }
        }
    }

    private void register(Connection connection) throws SQLException, CertificateEncodingException {
        try (PreparedStatement register = connection.prepareStatement(REGISTER)) {
            register.setString(1, instance.name());
            register.setString(2, instance.role().word());
            register.setString(3, instance.address());
            register.setBytes(4, nodeKey.certificate().getEncoded());
            try (ResultSet row = register.executeQuery()) {
                row.next();
                instance.registeredAs(row.getLong(1));
                instance.stands(AdmissionState.of(row.getString(2)));
                LOG.log(
                        Level.INFO,
                        "Registered as server system {0}, {1}, {2}",
                        row.getLong(1),
                        instance.name(),
                        row.getString(2));
            }
        }
    }
}
