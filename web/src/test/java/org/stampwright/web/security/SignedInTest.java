package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stampwright.postage.account.Client;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.Operator;

class SignedInTest {

    private final Http http = Http.get("/");

    @Test
    void a_consumer_and_an_operator_in_one_browser_sign_out_independently() {
        SignedIn.as(new Consumer(3, "ann@example.org"), http.request());
        SignedIn.as(new Operator(1, "operator"), http.request());
        SignedIn.consumerOut(http.request());
        assertThat(SignedIn.consumer(http.request())).isEmpty();
        assertThat(SignedIn.operator(http.request())).contains(new Operator(1, "operator"));

        SignedIn.as(new Consumer(3, "ann@example.org"), http.request());
        SignedIn.operatorOut(http.request());
        assertThat(SignedIn.operator(http.request())).isEmpty();
        assertThat(SignedIn.consumer(http.request())).contains(new Consumer(3, "ann@example.org"));
    }

    @Test
    void the_session_ends_with_the_last_of_them() {
        SignedIn.as(new Consumer(3, "ann@example.org"), http.request());
        SignedIn.consumerOut(http.request());
        assertThat(http.session).isNull();
        SignedIn.operatorOut(http.request());
        assertThat(http.session).isNull();
    }

    @Test
    void a_client_has_no_login_with_a_browser() {
        assertThatThrownBy(() -> SignedIn.as(new Client(7, "acme"), http.request()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
