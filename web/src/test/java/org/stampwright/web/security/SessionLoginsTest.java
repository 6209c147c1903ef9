package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stampwright.postage.account.Client;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.Operator;

class SessionLoginsTest {

    private final Http http = Http.get("/");

    @Test
    void a_consumer_and_an_operator_in_one_browser_sign_out_independently() {
        SessionLogins.as(new Consumer(3, "ann@example.org"), http.request());
        SessionLogins.as(new Operator(1, "operator"), http.request());
        SessionLogins.consumerOut(http.request());
        assertThat(SessionLogins.consumer(http.request())).isEmpty();
        assertThat(SessionLogins.operator(http.request())).contains(new Operator(1, "operator"));

        SessionLogins.as(new Consumer(3, "ann@example.org"), http.request());
        SessionLogins.operatorOut(http.request());
        assertThat(SessionLogins.operator(http.request())).isEmpty();
        assertThat(SessionLogins.consumer(http.request())).contains(new Consumer(3, "ann@example.org"));
    }

    @Test
    void the_session_ends_with_the_last_of_them() {
        SessionLogins.as(new Consumer(3, "ann@example.org"), http.request());
        SessionLogins.consumerOut(http.request());
        assertThat(http.session).isNull();
        SessionLogins.operatorOut(http.request());
        assertThat(http.session).isNull();
    }

    @Test
    void a_client_has_no_login_with_a_browser() {
        assertThatThrownBy(() -> SessionLogins.as(new Client(7, "acme"), http.request()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
