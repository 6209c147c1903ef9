package org.stampwright.cardsandbox.page;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.stampwright.cardsandbox.checkout.CheckoutSessions;
import org.stampwright.cardsandbox.company.Company;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.http.Answer;
import org.stampwright.cardsandbox.http.Exchange;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.FormBody;
import org.stampwright.cardsandbox.http.Refusal;
import org.stampwright.cardsandbox.journal.Books;
import org.stampwright.cardsandbox.payment.Amounts;
import org.stampwright.cardsandbox.payment.CardForm;

/**
 * The page of a Checkout Session: the line items, the card form and the link back to the shop. A form with errors and a
 * declined card are returned as ordinary pages (200), because browsers log any other status as an error.
 */
final class PaymentPage {
    private final Company company;
    private final CheckoutSessions sessions;
    private final String merchant;

    PaymentPage(Company company, CheckoutSessions sessions, String merchant) {
        this.company = company;
        this.sessions = sessions;
        this.merchant = merchant;
    }

    /** A session and the last error of its intent, read in one query. */
    private record Seen(JsonObject session, JsonObject lastError) {
        static Seen of(Books books, String id) {
            JsonObject session = books.find(id);
            if (session == null || !session.getString("object").equals(CheckoutSessions.KIND)) {
                throw Refusal.noSuch("payment page", id, null);
            }
            JsonObject intent =
                    Fields.has(session, "payment_intent") ? books.find(session.getString("payment_intent")) : null;
            return new Seen(session, intent == null ? null : Fields.object(intent, "last_payment_error"));
        }

        boolean authenticationFailed() {
            return lastError != null && "payment_intent_authentication_failure".equals(Fields.text(lastError, "code"));
        }
    }

    void show(Exchange exchange, String id) throws IOException {
        Seen seen = company.look(books -> Seen.of(books, id));
        switch (seen.session.getString("status")) {
            case "complete" -> exchange.redirect(successUrl(seen.session));
            case "expired" ->
                HostedPages.message(
                        exchange,
                        "This payment page has expired",
                        "Nothing was charged. Please go back to the shop and start the payment again.",
                        Fields.text(seen.session, "cancel_url"));
            default ->
                exchange.page(
                        200,
                        html(
                                seen.session,
                                CardForm.empty(),
                                seen.authenticationFailed()
                                        ? "Your bank did not confirm this payment. Nothing was charged: try again"
                                                + " or use another card."
                                        : null),
                        policy(seen.session));
        }
    }

    void pay(Exchange exchange, String id) throws IOException {
        JsonObject session = company.look(books -> Seen.of(books, id)).session;
        CardForm form = CardForm.read(
                FormBody.parse(exchange.encodedParams()), company.clock().now());
        if (!session.getString("status").equals("open")) {
            show(exchange, id);
        } else if (!form.errors().isEmpty()) {
            exchange.page(200, html(session, form, null), policy(session));
        } else {
            Posting.Act act = new Posting.Act("payment page", exchange.requestId(), null);
            settle(exchange, session, form, company.act(act, null, posting -> pay(posting, id, form)));
        }
    }

    private Answer pay(Posting posting, String id, CardForm form) {
        JsonObject session = posting.find(id);
        if (!session.getString("status").equals("open")) {
            throw Refusal.invalid("This payment page has expired.", "checkout_session_not_open", null);
        }
        return Answer.ok(sessions.pay(posting, session, form.card(Fields.text(session, "customer_email"))));
    }

    private void settle(Exchange exchange, JsonObject session, CardForm form, Answer answer) throws IOException {
        if (answer.status() == 402) {
            JsonObject error = answer.body().getJsonObject("error");
            CardForm declined = form.declined(
                    error.getString("code"), Fields.text(error, "decline_code"), error.getString("message"));
            exchange.page(200, html(session, declined, null), policy(session));
        } else if (answer.status() != 200) {
            show(exchange, session.getString("id"));
        } else if (answer.body().getString("status").equals("requires_action")) {
            exchange.redirect(answer.body()
                    .getJsonObject("next_action")
                    .getJsonObject("redirect_to_url")
                    .getString("url"));
        } else {
            exchange.redirect(successUrl(session));
        }
    }

    static String successUrl(JsonObject session) {
        return session.getString("success_url").replace("{CHECKOUT_SESSION_ID}", session.getString("id"));
    }

    private static String policy(JsonObject session) {
        return ContentPolicy.allowing(session.getString("success_url"), Fields.text(session, "cancel_url"));
    }

    /** Renders the form with the payer's input, but never a card number or security code. */
    private String html(JsonObject session, CardForm form, String notice) {
        String currency = session.getString("currency");
        Map<String, String> values = new HashMap<>();
        values.put("merchant", merchant);
        values.put("total", Amounts.shown(Fields.number(session, "amount_total"), currency));
        values.put(
                "items",
                session.getJsonObject("_line_items").getJsonArray("data").getValuesAs(JsonObject.class).stream()
                        .map(item -> item(item, currency))
                        .collect(Collectors.joining()));
        values.put("notice", notice == null ? "" : Page.fill("notice.html", Map.of("text", notice)));
        values.put(
                "email",
                Fields.has(session, "customer_email")
                        ? Page.fill("email.html", Map.of("email", session.getString("customer_email")))
                        : "");
        String cancel = Fields.text(session, "cancel_url");
        for (String link : new String[] {"back", "leave"}) {
            values.put(
                    link, cancel == null ? "" : Page.fill(link + ".html", Map.of("url", cancel, "merchant", merchant)));
        }
        values.put("expiry", form.expiry());
        values.put("holder", form.holder());
        for (String field : new String[] {CardForm.NUMBER, CardForm.EXPIRY, CardForm.CVC, CardForm.HOLDER}) {
            values.put(field + "Error", form.errors().getOrDefault(field, ""));
            values.put(field + "Invalid", Boolean.toString(form.errors().containsKey(field)));
        }
        return Page.fill("pay.html", values);
    }

    private static String item(JsonObject item, String currency) {
        long quantity = Fields.number(item, "quantity");
        String each = Amounts.shown(Fields.number(item.getJsonObject("price"), "unit_amount"), currency);
        String note = Fields.has(item, "_note") ? item.getString("_note") : "";
        return Page.fill(
                "item.html",
                Map.of(
                        "name",
                        item.getString("description"),
                        "note",
                        note,
                        "each",
                        quantity == 1 ? "" : "Qty " + quantity + " · " + each + " each",
                        "amount",
                        Amounts.shown(Fields.number(item, "amount_total"), currency)));
    }
}
