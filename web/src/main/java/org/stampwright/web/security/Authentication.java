package org.stampwright.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.server.NodeCall;
import org.stampwright.web.problem.Faults;
import org.stampwright.web.problem.Problem;
import org.stampwright.web.problem.ProblemAnswer;

/** The one authentication mechanism: requires the credential of the request's {@link Area}. */
@ApplicationScoped
public class Authentication implements HttpAuthenticationMechanism {

    private static final Logger LOG = System.getLogger(Authentication.class.getName());

    private final Credentials credentials;
    private final SecurityHeaders headers;
    private final ServedHere served;

    protected Authentication() {
        this(null, null, null);
    }

    @Inject
    Authentication(Credentials credentials, SecurityHeaders headers, ServedHere served) {
        this.credentials = credentials;
        this.headers = headers;
        this.served = served;
    }

    /** Reports a fault to a program as a problem document, because no filter and no resource has run yet. */
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        headers.set(request, response);
        if (!served.includes(request)) {
            // The filter RoleBoundary answers. No credential is judged where nothing is served.
            return context.doNothing();
        }
        var area = Area.of(request);
        try {
            return validate(area, request, context);
        } catch (RuntimeException fault) {
            if (area.answersPages()) {
                throw fault;
            }
            ProblemAnswer.write(response, Faults.told(LOG, fault));
            return AuthenticationStatus.SEND_FAILURE;
        }
    }

    private AuthenticationStatus validate(Area area, HttpServletRequest request, HttpMessageContext context) {
        return switch (area) {
            case API -> byKey(context);
            case NODES -> byNodeToken(context);
            case OPERATOR_API -> byPassword(context);
            case OPERATOR ->
                SessionLogins.operator(request)
                        .map(operator -> enter(operator, context))
                        .orElseGet(() -> toLogin(context, "/operator/login"));
            case ACCOUNT ->
                SessionLogins.consumer(request)
                        .map(consumer -> enter(consumer, context))
                        .orElseGet(() -> toLogin(context, "/login"));
            case OPERATOR_LOGIN, PRINTING, WEBHOOKS, PUBLIC ->
                SessionLogins.consumer(request)
                        .map(consumer -> enter(consumer, context))
                        .orElseGet(context::doNothing);
        };
    }

    private AuthenticationStatus byKey(HttpMessageContext context) {
        return credentials
                .client(context.getRequest())
                .map(client -> enter(client, context))
                .orElseGet(() -> refuse(
                        context,
                        "Bearer",
                        Problem.of(
                                ProblemKind.UNAUTHENTICATED, "An API key is needed, as Authorization: Bearer <key>.")));
    }

    private AuthenticationStatus byNodeToken(HttpMessageContext context) {
        return credentials
                .node(context.getRequest())
                .map(call -> enter(call, context))
                .orElseGet(() -> refuse(
                        context,
                        "Node",
                        Problem.of(ProblemKind.UNAUTHENTICATED, "Only an admitted server system may call this.")));
    }

    private static AuthenticationStatus enter(NodeCall call, HttpMessageContext context) {
        CurrentNode.remember(context.getRequest(), call);
        return context.notifyContainerAboutLogin(call.caller(), Set.of("node"));
    }

    private AuthenticationStatus byPassword(HttpMessageContext context) {
        return credentials
                .operator(context.getRequest())
                .fold(
                        operator -> enter(operator, context),
                        refusal -> refuse(context, "Basic realm=\"operator\", charset=\"UTF-8\"", Problem.of(refusal)));
    }

    private static AuthenticationStatus enter(Caller caller, HttpMessageContext context) {
        CurrentCaller.remember(context.getRequest(), caller);
        return context.notifyContainerAboutLogin(CurrentCaller.nameOf(caller), Set.of(CurrentCaller.roleOf(caller)));
    }

    private static AuthenticationStatus refuse(HttpMessageContext context, String challenge, Problem problem) {
        context.getResponse().setHeader("WWW-Authenticate", challenge);
        ProblemAnswer.write(context.getResponse(), problem);
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** Redirects a browser without a session to the login page, which returns it afterwards. */
    private static AuthenticationStatus toLogin(HttpMessageContext context, String page) {
        var request = context.getRequest();
        var wanted = request.getMethod().equals("GET") ? Area.pathOf(request) : "";
        var response = context.getResponse();
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location",
                request.getContextPath() + page + "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
        return AuthenticationStatus.SEND_CONTINUE;
    }
}
