package org.stampwright.postage.workflow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.stampwright.postage.batch.Batches;
import org.stampwright.postage.batch.OrdersUnderway;
import org.stampwright.postage.orderstate.OrderSnapshot;
import org.stampwright.postage.orderstate.OrderTransitions;
import org.stampwright.postage.orderstate.OrderTransitions.Capture;
import org.stampwright.postage.orderstate.WaitsFor;
import org.stampwright.postage.payment.CardHold;
import org.stampwright.postage.payment.CardSaid;
import org.stampwright.postage.payment.CardSaid.Captured;
import org.stampwright.postage.payment.CardSaid.Gone;
import org.stampwright.postage.payment.PaymentView;
import org.stampwright.postage.payment.Payments;

/** The last step of an order: captures the held amount, then releases the stamps in the commit that records it. */
@ApplicationScoped
class CaptureStep {

    private static final int MOST_AT_ONCE = 64;

    private final OrderTransitions orders;
    private final OrderSteps steps;
    private final Payments payments;
    private final CardHold cards;
    private final FrankingStep franking;
    private final Batches<Capture, Optional<OrderSnapshot>> captures;

    protected CaptureStep() {
        this(null, null, null, null, null, null);
    }

    @Inject
    CaptureStep(
            OrderTransitions orders,
            OrderSteps steps,
            Payments payments,
            CardHold cards,
            FrankingStep franking,
            OrdersUnderway underway) {
        this.orders = orders;
        this.steps = steps;
        this.payments = payments;
        this.cards = cards;
        this.franking = franking;
        this.captures = new Batches<>(MOST_AT_ONCE, underway, this::record);
    }

    /** Receipted: captures; if the card company no longer holds the amount, the order is given up. */
    StepResult step(OrderSnapshot order) {
        Optional<PaymentView> payment = payments.live(order.id());
        if (payment.isEmpty()) {
            return franking.giveUp(order);
        }
        CardSaid said = cards.capture(payment.get());
        if (said instanceof Captured) {
            return StepResult.to(
                    captures.submit(new Capture(order.ref(), payment.get().number())));
        }
        if (said instanceof Gone) {
            return franking.giveUp(order);
        }
        orders.waits(order.ref(), order.state(), WaitsFor.CARD);
        return StepResult.resting(RetryDelay.SHORT);
    }

    private List<Optional<OrderSnapshot>> record(List<Capture> captured) {
        return steps.captured(captured);
    }

    /** Captured by an earlier version of this program, which released in a commit of its own. */
    StepResult release(OrderSnapshot order) {
        orders.released(order);
        return StepResult.lookAgain();
    }
}
