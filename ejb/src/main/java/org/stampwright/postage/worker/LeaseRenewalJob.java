package org.stampwright.postage.worker;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.ledger.Lease;
import org.stampwright.postage.server.ThisInstance;

/**
 * Renews the leases of the PSDs that this instance owns, every three seconds, on connections reserved from purchases.
 * An expired lease is not renewed: its owner stops, and takes the PSD again in a later epoch if it is still free.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LeaseRenewalJob {

    private static final Logger LOG = System.getLogger(LeaseRenewalJob.class.getName());
    private static final String RENEW = "update psd set lease_until = " + Lease.END + " where owner_id = ?"
            + " and (serial, epoch) in (select * from unnest(?, ?)) and lease_until > now() and state = 'active'"
            + " returning serial";

    @Resource(lookup = DataSources.HEARTBEAT)
    DataSource heartbeat;

    @Inject
    OwnedPsds owned;

    @Inject
    ThisInstance instance;

    /** Renews all leases in one statement, so that a slow database delays the turn only once. */
    @Schedule(hour = "*", minute = "*", second = "1/3", persistent = false, info = "leases of PSDs")
    public void run() {
        List<OwnedPsd> mine = owned.atWork();
        if (mine.isEmpty()) {
            return;
        }
        long asked = Lease.now();
        try {
            Set<Long> renewed = renewed(mine);
            mine.forEach(psd -> learn(psd, renewed.contains(psd.serial()), asked));
        } catch (SQLException | RuntimeException noAnswer) {
            LOG.log(Level.WARNING, "The leases of " + mine.size() + " PSDs were not renewed", noAnswer);
        }
    }

    private Set<Long> renewed(List<OwnedPsd> mine) throws SQLException {
        try (Connection connection = heartbeat.getConnection();
                PreparedStatement renew = connection.prepareStatement(RENEW)) {
            renew.setLong(1, instance.id());
            renew.setArray(
                    2,
                    connection.createArrayOf(
                            "bigint", mine.stream().map(OwnedPsd::serial).toArray()));
            renew.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", mine.stream().map(OwnedPsd::epoch).toArray()));
            Set<Long> renewed = new HashSet<>();
            try (ResultSet rows = renew.executeQuery()) {
                while (rows.next()) {
                    renewed.add(rows.getLong(1));
                }
            }
            return renewed;
        }
    }

    private static void learn(OwnedPsd psd, boolean isRenewed, long asked) {
        if (isRenewed) {
            psd.lease().renewed(asked);
        } else {
            LOG.log(Level.WARNING, "The lease of PSD {0} has ended", psd.serial());
            psd.lease().lost();
        }
    }
}
