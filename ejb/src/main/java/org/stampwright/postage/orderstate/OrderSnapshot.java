package org.stampwright.postage.orderstate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.stampwright.indicium.Money;
import org.stampwright.postage.refusal.ProblemKind;

/**
 * An order's row as it was read, or as a step left it.
 *
 * @param accountId the account that ordered, or null for a guest
 * @param guestEmail the address for a guest's receipt, or null
 * @param email the address for the receipt, of a guest or an account, or null
 * @param frankedBy the server system that claimed it, or null
 * @param sheet ten characters, or empty in a draft without one
 * @param total null in a draft without lines
 * @param paymentMethod the card company's name for the card, or null if its page asks for the card
 * @param reason why its last franking was given up or why it was undone, or null
 * @param detail the reason in words for the customer, or null
 * @param waitsFor the party that it waits for, or null
 * @param driver the server system that advances it, or null
 * @param leased whether the driver's lease lasts for more than the next 15 seconds
 * @param heldRecently whether the card company confirmed the hold within the last minute
 * @param overdue whether it was placed more than five minutes ago
 */
public record OrderSnapshot(
        OrderRef ref,
        OrderState state,
        Channel channel,
        Long accountId,
        String guestEmail,
        String email,
        String remoteAddress,
        Long frankedBy,
        String sheet,
        int pieces,
        Money total,
        String paymentMethod,
        ProblemKind reason,
        String detail,
        WaitsFor waitsFor,
        Long driver,
        boolean leased,
        boolean heldRecently,
        boolean overdue) {

    /** The columns that {@link #of} reads, with the table under the alias {@code o}. */
    static final String COLUMNS = "o.id, o.attempt, o.state, o.channel, o.account_id, o.guest_email,"
            + " coalesce(o.guest_email, (select a.login from account a where a.id = o.account_id"
            + " and a.kind = 'consumer')) as email, o.remote_address, o.franked_by, o.sheet, o.pieces, o.total,"
            + " o.payment_method, o.reason, o.detail, o.waits_for, o.driver_id,"
            + " coalesce(o.lease_until > now() + interval '15 seconds', false) as leased,"
            + " coalesce(o.held_at > now() - interval '60 seconds', false) as held_recently,"
            + " now() > o.placed_at + interval '5 minutes' as overdue";

    static OrderSnapshot of(ResultSet row) throws SQLException {
        Long total = row.getObject("total", Long.class);
        return new OrderSnapshot(
                new OrderRef(row.getObject("id", UUID.class), row.getInt("attempt")),
                OrderState.of(row.getString("state")),
                Channel.of(row.getString("channel")),
                row.getObject("account_id", Long.class),
                row.getString("guest_email"),
                row.getString("email"),
                row.getString("remote_address"),
                row.getObject("franked_by", Long.class),
                row.getString("sheet"),
                row.getInt("pieces"),
                total == null ? null : Money.ofMills(total),
                row.getString("payment_method"),
                ProblemKind.of(row.getString("reason")),
                row.getString("detail"),
                WaitsFor.of(row.getString("waits_for")),
                row.getObject("driver_id", Long.class),
                row.getBoolean("leased"),
                row.getBoolean("held_recently"),
                row.getBoolean("overdue"));
    }

    public UUID id() {
        return ref.id();
    }

    public int attempt() {
        return ref.attempt();
    }

    /** Returns whether this server system advances it and has the lease for a while. */
    public boolean isDrivenBy(long server) {
        return leased && driver != null && driver == server;
    }

    /** Returns whether this server system may take its lease, as far as this row tells. */
    public boolean isFree(long server) {
        return !leased || driver == null || driver == server;
    }

    /** Returns whether that server system has claimed it. */
    public boolean isFrankedBy(long server) {
        return frankedBy != null && frankedBy == server;
    }
}
