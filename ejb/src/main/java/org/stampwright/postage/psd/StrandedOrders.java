package org.stampwright.postage.psd;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.stampwright.postage.database.DataSources;
import org.stampwright.postage.database.DatabaseFault;

/** Orders that were franked on a PSD on which nobody goes on: it is suspended, or its owner is silent for too long. */
@Stateless
public class StrandedOrders {

    /** A lease lasts 15 seconds, and whoever lives takes a dead owner's PSD soon after: what is older, nobody took. */
    private static final String UNSIGNED =
            "select distinct o.id, o.attempt from postage_order o join indicium_content c"
                    + " on c.order_id = o.id and c.attempt = o.attempt join psd p on p.serial = c.psd where o.state = 'franked'"
                    + " and (p.state <> 'active' or p.lease_until < now() - interval '45 seconds')"
                    + " and not exists (select 1 from psd_difference d where d.psd = p.serial) limit 200";

    private static final String NAME_WHOM_THEY_WAIT_FOR = "update postage_order o set waits_for = 'operator',"
            + " version = o.version + 1 from indicium_content c join psd p on p.serial = c.psd where (o.state = 'signed'"
            + " or o.state = 'franked' and exists (select 1 from psd_difference d where d.psd = p.serial))"
            + " and o.waits_for is distinct from 'operator' and c.order_id = o.id and c.attempt = o.attempt"
            + " and p.state <> 'active'";

    @Resource(lookup = DataSources.WORK)
    DataSource work;

    /**
     * Franked ones without a signature, which nobody will sign soon. Not those on a PSD of which the authority knows more
     * than this database: their stamps may have been signed, and printed, in the part that is lost.
     */
    public List<OrderAttempt> unsigned() {
        try (Connection connection = work.getConnection();
                PreparedStatement select = connection.prepareStatement(UNSIGNED);
                ResultSet rows = select.executeQuery()) {
            List<OrderAttempt> unsigned = new ArrayList<>();
            while (rows.next()) {
                unsigned.add(new OrderAttempt(rows.getObject(1, UUID.class), rows.getInt(2)));
            }
            return unsigned;
        } catch (SQLException fault) {
            throw new DatabaseFault("stranded orders cannot be read", fault);
        }
    }

    /**
     * Signed ones on a suspended PSD, and franked ones of which only the authority knows what became: their pieces cannot
     * be abandoned, so the order says that it waits for the operator.
     *
     * @return how many say so now that did not before
     */
    public int nameWhomSignedOnesWaitFor() {
        try (Connection connection = work.getConnection();
                PreparedStatement update = connection.prepareStatement(NAME_WHOM_THEY_WAIT_FOR)) {
            return update.executeUpdate();
        } catch (SQLException fault) {
            throw new DatabaseFault("stranded orders cannot be written", fault);
        }
    }
}
