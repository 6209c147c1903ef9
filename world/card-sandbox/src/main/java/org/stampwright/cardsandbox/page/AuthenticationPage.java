package org.stampwright.cardsandbox.page;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.stampwright.cardsandbox.checkout.CheckoutSessions;
import org.stampwright.cardsandbox.company.Company;
import org.stampwright.cardsandbox.company.Posting;
import org.stampwright.cardsandbox.http.Answer;
import org.stampwright.cardsandbox.http.Exchange;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.FormBody;
import org.stampwright.cardsandbox.http.Refusal;
import org.stampwright.cardsandbox.payment.Amounts;
import org.stampwright.cardsandbox.payment.Authorisation;
import org.stampwright.cardsandbox.payment.PaymentIntents;

/** The bank's page on which a payer confirms or refuses a payment (3-D Secure); valid for one attempt of one intent. */
final class AuthenticationPage {
    private final Company company;
    private final String merchant;

    AuthenticationPage(Company company, String merchant) {
        this.company = company;
        this.merchant = merchant;
    }

    void show(Exchange exchange, String id, String token) throws IOException {
        JsonObject intent = company.look(books -> books.find(id));
        if (!waits(intent, token)) {
            over(exchange);
            return;
        }
        JsonObject method = company.look(books -> books.find(intent.getString("payment_method")));
        JsonObject session = session(intent);
        String html = Page.fill(
                "authenticate.html",
                Map.of(
                        "merchant",
                        merchant,
                        "amount",
                        Amounts.shown(Fields.number(intent, "amount"), intent.getString("currency")),
                        "lastFour",
                        method.getJsonObject("card").getString("last4")));
        exchange.page(
                200,
                html,
                ContentPolicy.allowing(
                        Fields.text(intent, "_return_url"), session == null ? null : session.getString("success_url")));
    }

    private JsonObject session(JsonObject intent) {
        return Fields.has(intent, "_session") ? company.look(books -> books.find(intent.getString("_session"))) : null;
    }

    private static boolean waits(JsonObject intent, String token) {
        return intent != null
                && intent.getString("object").equals(PaymentIntents.KIND)
                && intent.getString("status").equals("requires_action")
                && token.equals(Fields.text(intent, "_authentication"));
    }

    void decide(Exchange exchange, String id, String token) throws IOException {
        boolean approved =
                "approve".equals(FormBody.parse(exchange.encodedParams()).text("decision"));
        JsonObject asked = company.look(books -> books.find(id));
        Answer answer = company.act(
                new Posting.Act("authentication page", exchange.requestId(), null),
                null,
                posting -> decide(posting, id, token, approved));
        if (answer.status() != 200) {
            over(exchange);
            return;
        }
        JsonObject session = session(asked);
        if (session != null) {
            exchange.redirect(approved ? PaymentPage.successUrl(session) : session.getString("url"));
        } else if (Fields.has(asked, "_return_url")) {
            exchange.redirect(returnUrl(asked, approved));
        } else {
            HostedPages.message(
                    exchange,
                    200,
                    approved ? "Payment confirmed" : "Payment refused",
                    "You can close this window and go back to the shop.");
        }
    }

    private static Answer decide(Posting posting, String id, String token, boolean approved) {
        JsonObject intent = posting.find(id);
        if (!waits(intent, token)) {
            throw Refusal.invalid("This authentication has ended.", "payment_intent_unexpected_state", null);
        }
        JsonObject after = Authorisation.authenticated(posting, intent, approved);
        if (approved && Fields.has(after, "_session")) {
            CheckoutSessions.complete(posting, after);
        }
        return Answer.ok(after);
    }

    private static String returnUrl(JsonObject intent, boolean approved) {
        String url = intent.getString("_return_url");
        return url + (url.contains("?") ? "&" : "?") + "payment_intent=" + intent.getString("id")
                + "&payment_intent_client_secret=" + intent.getString("client_secret")
                + "&redirect_status=" + (approved ? "succeeded" : "failed");
    }

    private static void over(Exchange exchange) throws IOException {
        HostedPages.message(
                exchange,
                410,
                "This confirmation has ended",
                "You have already answered, or the payment has ended. Please go back to the shop.");
    }
}
