package org.stampwright.vendor.psd;

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
import java.sql.SQLException;
import javax.sql.DataSource;
import org.stampwright.vendor.database.DataSources;
import org.stampwright.vendor.server.ThisInstance;

/**
 * Renews the leases of the PSDs that this instance owns, every three seconds, on connections that purchases cannot take.
 * A lease that has ended is not renewed: its owner stops, and takes the PSD anew in a later epoch if it is still to be had.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class LeaseRenewal {

    private static final Logger LOG = System.getLogger(LeaseRenewal.class.getName());
    private static final String RENEW = "update psd set lease_until = now() + interval '15 seconds' where serial = ?"
            + " and epoch = ? and owner_id = ? and lease_until > now() and state = 'active'";

    @Resource(lookup = DataSources.HEARTBEAT)
    DataSource heartbeat;

    @Inject
    OwnedPsds owned;

    @Inject
    ThisInstance instance;

    @Schedule(hour = "*", minute = "*", second = "1/3", persistent = false, info = "leases of PSDs")
    public void renew() {
        for (OwnedPsd psd : owned.atWork()) {
            long asked = System.nanoTime();
            try (Connection connection = heartbeat.getConnection();
                    PreparedStatement renew = connection.prepareStatement(RENEW)) {
                renew.setLong(1, psd.serial());
                renew.setLong(2, psd.epoch());
                renew.setLong(3, instance.id());
                if (renew.executeUpdate() == 1) {
                    psd.lease().renewed(asked);
                } else {
                    LOG.log(Level.WARNING, "The lease of PSD {0} is lost", psd.serial());
                    psd.lease().lost();
                }
            } catch (SQLException noAnswer) {
                LOG.log(Level.WARNING, "The lease of PSD {0} was not renewed: {1}", psd.serial(), noAnswer.getMessage());
            }
        }
    }
}
