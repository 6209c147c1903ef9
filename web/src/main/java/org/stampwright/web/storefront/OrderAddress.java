package org.stampwright.web.storefront;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import java.io.IOException;
import java.util.UUID;

/** {@code /order/<id>}, the short address to which the card company's page leads back: shows how far the order is. */
@WebServlet(name = "orderAddress", urlPatterns = "/order/*")
public class OrderAddress extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            var order = UUID.fromString(String.valueOf(request.getPathInfo()).substring(1));
            response.sendRedirect(request.getContextPath() + "/return?order=" + order);
        } catch (IllegalArgumentException noId) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
