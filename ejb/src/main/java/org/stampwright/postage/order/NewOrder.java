package org.stampwright.postage.order;

import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.stampwright.indicium.LabelSerial;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.orderstate.Channel;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.rating.Price;

/**
 * An API order as it is written: once, as placed. The key of account and idempotency key decides between concurrent
 * requests; a second one waits until the first has committed.
 *
 * @param receiver the server system that received it, or null for an instance that is not registered yet
 */
record NewOrder(UUID id, Caller caller, Placement placement, Quote quote, Long receiver) {

    private static final String INSERT = "insert into postage_order (id, state, channel, account_id, idempotency_key,"
            + " request_hash, remote_address, payment_method, received_by, driver_id, lease_until, sheet,"
            + " start_position, edition_id, pieces, postage, fee, rounding, total, currency)"
            + " values (:id, :state, :channel, :account, :key, :hash,"
            + " :address, :method, :receiver, :receiver, " + OrderTransitions.LEASE_END
            + ", :sheet, :start, :edition, :pieces, :postage, :fee, :rounding, :total,"
            + " :currency) on conflict (account_id, idempotency_key) do nothing";

    LabelSerial sheet() {
        return LabelSerial.parse(quote.sheet().serial());
    }

    /** Writes order and lines; returns false, and writes nothing, if the account used the key before. */
    boolean insert(Handle handle) {
        boolean inserted = insertOrder(handle) > 0;
        if (inserted) {
            DraftLines.insert(handle, id, quote.pricing());
        }
        return inserted;
    }

    private int insertOrder(Handle handle) {
        Price price = quote.pricing().price();
        return handle.createUpdate(INSERT)
                .bind("id", id)
                .bind("state", OrderState.PLACED.text())
                .bind("channel", Channel.API.text())
                .bind("account", caller.account().orElseThrow())
                .bind("key", placement.idempotencyKey())
                .bind("hash", placement.hash())
                .bind("address", placement.remoteAddress())
                .bind("method", placement.paymentMethod())
                .bind("receiver", receiver)
                .bind("sheet", sheet().withoutCheck())
                .bind("start", quote.positions().get(0))
                .bind("edition", quote.pricing().edition())
                .bind("pieces", quote.pricing().pieces())
                .bind("postage", price.postage().mills())
                .bind("fee", price.fee().mills())
                .bind("rounding", price.rounding().mills())
                .bind("total", price.total().mills())
                .bind("currency", PostageOrder.USD)
                .execute();
    }
}
