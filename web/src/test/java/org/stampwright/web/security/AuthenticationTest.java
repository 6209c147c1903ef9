package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.postage.account.AccountKind;
import org.stampwright.postage.account.Accounts;
import org.stampwright.postage.account.ApiKeys;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Client;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.Operator;
import org.stampwright.postage.database.BoundedStaleness;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.server.NodeTokens;
import org.stampwright.postage.server.Role;

class AuthenticationTest {

    private static final Client ACME = new Client(7, "acme");
    private static final Operator OPERATOR = new Operator(1, "operator");

    /** One client and one operator; fails on demand, and on a NUL as a database does. */
    private static final class FewAccounts extends Accounts {
        private RuntimeException away;

        @Override
        public Optional<Client> byApiKey(String key) {
            if (away != null) {
                throw away;
            }
            return key.equals("sw_right") ? Optional.of(ACME) : Optional.empty();
        }

        @Override
        public Answer<Caller> authenticate(AccountKind kind, String login, String password, String remoteAddress) {
            if (away != null || login.indexOf('\0') >= 0) {
                throw away != null ? away : new EJBException("invalid byte sequence");
            }
            return login.equals("operator") && password.equals("right")
                    ? Answer.granted(OPERATOR)
                    : Answer.refused(ProblemKind.UNAUTHENTICATED, "Login or password is wrong.");
        }
    }

    private final FewAccounts accounts = new FewAccounts();
    private final Set<String> roles = new HashSet<>();
    private final Authentication authentication = new Authentication(
            new Credentials(
                    new ApiKeys(accounts, new BoundedStaleness()),
                    new Passwords(accounts),
                    new NodeTokens(),
                    new ClientNetwork()),
            new SecurityHeaders("https://cards.example", "https://stamps.example"),
            new ServedHere(Role.BOTH, Optional.of(8140)));

    @Test
    void a_client_enters_only_by_its_key() {
        var right = Http.asking("GET", "/api/v1", "/products").with("Authorization", "Bearer sw_right");
        assertThat(validate(right)).isEqualTo(AuthenticationStatus.SUCCESS);
        assertThat(roles).containsExactly("client");

        var wrong = Http.asking("GET", "/api/v1", "/products").with("Authorization", "Bearer sw_wrong");
        assertThat(validate(wrong)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(wrong.status).isEqualTo(401);
        assertThat(wrong.answered).containsEntry("WWW-Authenticate", "Bearer");
        assertThat(wrong.body()).contains("urn:stampwright:problem:unauthenticated");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/orders", "/internal/orders/1/frank", "/operator/api/import"})
    void a_request_without_credentials_gets_a_problem(String path) {
        var http = Http.get(path);
        http.localPort = path.startsWith("/internal") ? 8140 : 8080;
        assertThat(validate(http)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(http.status).isEqualTo(401);
        assertThat(http.answered).containsEntry("Content-Type", "application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/orders, Bearer sw_right", "/operator/api/import, Basic b3BlcmF0b3I6cmlnaHQ="})
    void while_the_database_is_unavailable_the_answer_is_to_retry(String path, String credentials) {
        accounts.away = new EJBException(new IllegalStateException(new SQLException("refused", "08001")));
        var http = Http.get(path).with("Authorization", credentials);
        assertThat(validate(http)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(http.status).isEqualTo(503);
        assertThat(http.answered).containsEntry("Retry-After", "5").containsEntry("Cache-Control", "no-store");
        assertThat(http.body()).contains("urn:stampwright:problem:unavailable");
    }

    @Test
    void any_other_fault_is_reported_by_its_number() {
        accounts.away = new EJBException("a programming error");
        var http = Http.get("/api/v1/orders").with("Authorization", "Bearer sw_right");
        assertThat(validate(http)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(http.status).isEqualTo(500);
        assertThat(http.body()).contains("incident").doesNotContain("programming error");
    }

    @Test
    void a_login_that_the_database_cannot_look_up_belongs_to_no_account() {
        var pair = Base64.getEncoder().encodeToString("oper\0ator:right".getBytes(StandardCharsets.UTF_8));
        var http = Http.get("/operator/api/overview").with("Authorization", "Basic " + pair);
        assertThat(validate(http)).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(http.status).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/operator/psds, /operator/login?to=%2Foperator%2Fpsds",
        "/account/orders, /login?to=%2Faccount%2Forders",
        "/Operator/psds, /operator/login?to=%2FOperator%2Fpsds"
    })
    void a_browser_that_is_not_signed_in_is_sent_to_the_login_with_the_headers_of_every_answer(
            String path, String login) {
        var http = Http.get(path);
        validate(http);
        assertThat(http.answered.get("Location")).isEqualTo(login);
        assertThat(http.answered)
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("Referrer-Policy", "no-referrer")
                .containsKey("Content-Security-Policy");
    }

    @Test
    void a_consumers_login_opens_no_console() {
        var http = Http.get("/operator/psds");
        SessionLogins.as(new Consumer(3, "ann@example.org"), http.request());
        validate(http);
        assertThat(http.answered.get("Location")).startsWith("/operator/login");
        assertThat(roles).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/orders, Bearer sw_right", "/operator/api/import, Basic b3BlcmF0b3I6cmlnaHQ="})
    void no_credential_is_judged_on_the_internal_port(String path, String credentials) {
        accounts.away = new EJBException("the password was judged");
        var http = Http.get(path).with("Authorization", credentials);
        http.localPort = 8140;
        assertThat(validate(http)).isEqualTo(AuthenticationStatus.NOT_DONE);
        assertThat(http.status).isEqualTo(200);
    }

    @Test
    void a_fault_before_a_page_shows_the_error_page() {
        var http = Http.get("/buy");
        assertThatThrownBy(() -> authentication.validateRequest(http.request(), http.response(), null))
                .isInstanceOf(NullPointerException.class);
    }

    private AuthenticationStatus validate(Http http) {
        return authentication.validateRequest(http.request(), http.response(), context(http));
    }

    @SuppressWarnings("unchecked")
    private HttpMessageContext context(Http http) {
        return Http.fake(HttpMessageContext.class, (proxy, called, given) -> {
            switch (called.getName()) {
                case "getRequest":
                    return http.request();
                case "getResponse":
                    return http.response();
                case "notifyContainerAboutLogin":
                    roles.addAll((Set<String>) given[1]);
                    return AuthenticationStatus.SUCCESS;
                default:
                    return AuthenticationStatus.NOT_DONE;
            }
        });
    }
}
