package org.stampwright.web.storefront;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.stampwright.web.security.OrderKeys;

/**
 * {@code /order/<id>}, the short address to which the card company's page returns: redirects to the page of the order's
 * state. The guest's token is read from this browser's cookie and added to that page's URL, so that the consumer can
 * bookmark it. A cardholder who returns from the bank for an order by the API has neither token nor login and sees
 * a thank-you page without the order.
 */
@WebServlet(name = "orderAddress", urlPatterns = "/order/*")
public class OrderAddress extends HttpServlet {

    private static final long serialVersionUID = 1L;

    /** Parameters that the card company adds when a bank has answered about an order by the API. */
    private static final String BANK_ANSWERED = "redirect_status";

    @Inject
    private transient OrderKeys keys;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var order = UUID.fromString(String.valueOf(request.getPathInfo()).substring(1));
            var key = keys.tokenFor(order)
                    .map(token -> "&" + OrderKeys.PARAMETER + "=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
            var page = key.isEmpty() && request.getParameter(BANK_ANSWERED) != null
                    ? "/answered"
                    : "/return?order=" + order + key.orElse("");
            response.sendRedirect(request.getContextPath() + page);
        } catch (IllegalArgumentException noId) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
