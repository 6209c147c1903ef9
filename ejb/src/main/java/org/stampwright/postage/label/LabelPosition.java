package org.stampwright.postage.label;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.stampwright.postage.database.NullableUuid;

/** One label of a sheet: free → reserved for an order → used by it, or free again when the order is undone. */
@Entity
@Table(name = "label_position")
@IdClass(LabelPositionKey.class)
class LabelPosition {

    @Id
    private String sheet;

    @Id
    private int position;

    private String state;

    @Column(name = "order_id")
    @Convert(converter = NullableUuid.class)
    private UUID orderId;

    protected LabelPosition() {}

    int position() {
        return position;
    }

    /** Frees a label when its order is undone. A used label stays used. */
    void giveBack() {
        if (!PositionView.RESERVED.equals(state)) {
            throw new IllegalStateException("label " + position + " of " + sheet + " is " + state);
        }
        state = PositionView.FREE;
        orderId = null;
    }
}
