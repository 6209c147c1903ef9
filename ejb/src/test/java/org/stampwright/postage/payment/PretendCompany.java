package org.stampwright.postage.payment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stampwright.postage.payment.CardSaid.Captured;
import org.stampwright.postage.payment.CardSaid.Declined;
import org.stampwright.postage.payment.CardSaid.Gone;
import org.stampwright.postage.payment.CardSaid.Held;
import org.stampwright.postage.payment.CardSaid.NeedsAction;
import org.stampwright.postage.payment.CardSaid.StillOpen;
import org.stampwright.postage.payment.CardSaid.ToConfirm;
import org.stampwright.postage.payment.CardSaid.Unknown;
import org.stampwright.postage.refusal.ProblemKind;

/** A card company in memory. Any of its calls can be made to time out, before or after it took effect. */
public class PretendCompany extends CardCompany {

    /** The stored state of one intent or session. */
    private static final class Entry {
        private final String id;
        private final boolean session;
        private final UUID order;
        private final String method;
        private String status;

        private Entry(String id, boolean session, UUID order, String method, String status) {
            this.id = id;
            this.session = session;
            this.order = order;
            this.method = method;
            this.status = status;
        }
    }

    private final Map<String, Entry> byKey = new LinkedHashMap<>();
    private final Map<String, List<Object>> bodies = new HashMap<>();
    private final List<String> calls = new ArrayList<>();
    private int faultAt = -1;
    private int faults;
    private boolean afterEffect;

    /** Leaves so many calls unanswered, from the numbered one on (0 is the next). */
    public void losing(int from, int howMany, boolean after) {
        faultAt = calls.size() + from;
        faults = howMany;
        afterEffect = after;
    }

    /** Returns the calls so far, by name. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    /** Returns the status of each entry made for an order. */
    public List<String> of(UUID order) {
        return byKey.values().stream()
                .filter(entry -> entry.order.equals(order))
                .map(entry -> entry.status)
                .toList();
    }

    /** The consumer pays on the page, or passes the bank's authentication. */
    public void consumerPays(UUID order) {
        set(order, "requires_capture");
    }

    /** The hold expires. */
    public void letsGo(UUID order) {
        set(order, "canceled");
    }

    private void set(UUID order, String status) {
        byKey.values().stream().filter(entry -> entry.order.equals(order)).forEach(entry -> entry.status = status);
    }

    /** Records the call and returns whether it takes effect; its answer may be lost either way. */
    private boolean begins(String call) {
        calls.add(call);
        return !isLost() || afterEffect;
    }

    private boolean isLost() {
        int now = calls.size() - 1;
        return faultAt >= 0 && now >= faultAt && now < faultAt + faults;
    }

    private CardSaid answer(CardSaid said) {
        return isLost() ? new Unknown("time-out") : said;
    }

    @Override
    Created createIntent(PaymentView payment, ToPay pay) {
        return create(
                "create",
                payment,
                pay,
                new Entry("pi_" + payment.creationKey(), false, pay.order(), pay.method(), "requires_confirmation"));
    }

    @Override
    Created createSession(PaymentView payment, ToPay pay) {
        return create(
                "create-session",
                payment,
                pay,
                new Entry("cs_" + payment.creationKey(), true, pay.order(), null, "open"));
    }

    private Created create(String call, PaymentView payment, ToPay pay, Entry entry) {
        if (begins(call)) {
            if ("pm_unknown".equals(pay.method())) {
                return new Created.NotMade(new Declined(ProblemKind.CARD_UNKNOWN, "unknown"));
            }
            List<Object> body = List.of(pay, payment.kind(), payment.expiresAt());
            if (!body.equals(bodies.computeIfAbsent(payment.creationKey(), key -> body))) {
                return new Created.NotMade(new Unknown("idempotency_error"));
            }
            byKey.putIfAbsent(payment.creationKey(), entry);
        }
        if (isLost()) {
            return new Created.NotMade(new Unknown("time-out"));
        }
        return new Created.Made(
                entry.session ? entry.id : null,
                entry.session ? null : entry.id,
                entry.session ? "http://cards.test/" + entry.id : null);
    }

    private Entry entry(PaymentView payment) {
        return byKey.get(payment.creationKey());
    }

    private static CardSaid said(Entry entry) {
        return switch (entry.status) {
            case "open" -> new StillOpen();
            case "requires_confirmation" -> new ToConfirm();
            case "requires_action" -> new NeedsAction("http://bank.test/");
            case "requires_payment_method" -> new Declined(ProblemKind.CARD_DECLINED, "declined");
            case "requires_capture" -> new Held();
            case "succeeded" -> new Captured();
            default -> new Gone();
        };
    }

    @Override
    CardSaid confirm(PaymentView payment) {
        Entry entry = entry(payment);
        if (begins("confirm") && entry.status.equals("requires_confirmation")) {
            entry.status = switch (entry.method) {
                case "pm_declined" -> "requires_payment_method";
                case "pm_bank" -> "requires_action";
                default -> "requires_capture";
            };
        }
        return answer(said(entry));
    }

    @Override
    CardSaid retrieveIntent(PaymentView payment) {
        begins("retrieve");
        return answer(said(entry(payment)));
    }

    @Override
    Answered retrieveSession(PaymentView payment) {
        begins("retrieve-session");
        CardSaid said = answer(said(entry(payment)));
        boolean shows = said instanceof Held || said instanceof Captured;
        return new Answered(shows ? "pi_of_" + entry(payment).id : null, said);
    }

    @Override
    CardSaid capture(PaymentView payment) {
        Entry entry = entry(payment);
        if (begins("capture") && entry.status.equals("requires_capture")) {
            entry.status = "succeeded";
        }
        return answer(said(entry));
    }

    @Override
    CardSaid cancel(PaymentView payment) {
        Entry entry = entry(payment);
        if (begins("cancel") && !entry.status.equals("succeeded")) {
            entry.status = "canceled";
        }
        return answer(said(entry));
    }

    @Override
    Answered expire(PaymentView payment) {
        Entry entry = entry(payment);
        if (begins("expire") && entry.status.equals("open")) {
            entry.status = "expired";
        }
        return new Answered(null, answer(entry.status.equals("expired") ? new Gone() : new Unknown("not open")));
    }
}
