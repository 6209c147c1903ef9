package org.stampwright.cardsandbox.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stampwright.cardsandbox.checkout.CheckoutSessions;
import org.stampwright.cardsandbox.company.Company;
import org.stampwright.cardsandbox.fault.Fault;
import org.stampwright.cardsandbox.fault.Faults;
import org.stampwright.cardsandbox.http.Answer;
import org.stampwright.cardsandbox.http.Exchange;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.http.Refusal;

/**
 * The pages for the payer's browser, on the company's own origin: the payment page and the bank's confirmation page.
 */
public final class HostedPages implements HttpHandler {
    private static final System.Logger LOG = System.getLogger(HostedPages.class.getName());
    private static final Pattern PAY = Pattern.compile("/c/pay/(cs_\\w+)");
    private static final Pattern AUTHENTICATE = Pattern.compile("/authenticate/(pi_\\w+)/(\\w+)");
    private static final Map<String, String> ASSETS = Map.of(
            "/assets/pay.css",
            "text/css; charset=utf-8",
            "/assets/pay.js",
            "text/javascript; charset=utf-8",
            "/favicon.ico",
            "image/svg+xml");

    private final Company company;
    private final Faults faults;
    private final PaymentPage payment;
    private final AuthenticationPage authentication;

    public HostedPages(Company company, CheckoutSessions sessions, Faults faults, String merchant) {
        this.company = company;
        this.faults = faults;
        this.payment = new PaymentPage(company, sessions, merchant);
        this.authentication = new AuthenticationPage(company, merchant);
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        Exchange exchange = new Exchange(http, company.identifiers().next("req_"));
        Fault fault = faults.next(exchange.method(), exchange.path());
        fault.waitBefore();
        try {
            if (fault.is(Fault.Kind.DROP_BEFORE)) {
                exchange.drop();
            } else if (fault.answersError()) {
                message(exchange, 500, "Something went wrong on our side", "Please try again in a moment.");
            } else {
                serve(exchange);
            }
        } catch (Refusal refusal) {
            message(exchange, refusal.answer().status(), "This page is not available", refusal.getMessage());
        } catch (RuntimeException broken) {
            LOG.log(System.Logger.Level.ERROR, exchange.path() + " broke", broken);
            message(exchange, 500, "Something went wrong on our side", "Please try again in a moment.");
        }
    }

    private void serve(Exchange exchange) throws IOException {
        String path = exchange.path();
        Matcher pay = PAY.matcher(path);
        Matcher authenticate = AUTHENTICATE.matcher(path);
        boolean post = exchange.method().equals("POST");
        if (pay.matches() && post) {
            payment.pay(exchange, pay.group(1));
        } else if (pay.matches()) {
            payment.show(exchange, pay.group(1));
        } else if (authenticate.matches() && post) {
            authentication.decide(exchange, authenticate.group(1), authenticate.group(2));
        } else if (authenticate.matches()) {
            authentication.show(exchange, authenticate.group(1), authenticate.group(2));
        } else if (ASSETS.containsKey(path)) {
            exchange.asset(
                    ASSETS.get(path),
                    Page.bytes(path.equals("/favicon.ico") ? "favicon.svg" : path.substring("/assets/".length())));
        } else if (path.equals("/health")) {
            health(company, exchange);
        } else {
            message(exchange, 404, "Page not found", "Please go back to the shop and start the payment again.");
        }
    }

    public static void health(Company company, Exchange exchange) throws IOException {
        exchange.answer(
                Answer.ok(Fields.none()
                        .set("status", "up")
                        .set("changes", company.changes())
                        .build()),
                Map.of());
    }

    /** Sends a page that only shows a message. */
    public static void message(Exchange exchange, int status, String title, String text) throws IOException {
        exchange.page(
                status,
                Page.fill("message.html", Map.of("title", title, "text", text, "links", "")),
                ContentPolicy.allowing());
    }

    /** Sends a message with a link back to the shop, if its address is known. */
    public static void message(Exchange exchange, String title, String text, String back) throws IOException {
        String link = back == null ? "" : "<a class=\"button\" href=\"" + Page.escape(back) + "\">Back to the shop</a>";
        exchange.page(
                200,
                Page.fill("message.html", Map.of("title", title, "text", text, "links", link)),
                ContentPolicy.allowing());
    }
}
