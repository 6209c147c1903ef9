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
    void aConsumerAndAnOperatorAtOneBrowserLeaveIndependentlyOfEachOther() {
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
    void theSessionEndsWithTheLastOfThem() {
        SignedIn.as(new Consumer(3, "ann@example.org"), http.request());
        SignedIn.consumerOut(http.request());
        assertThat(http.session).isNull();
        SignedIn.operatorOut(http.request());
        assertThat(http.session).isNull();
    }

    @Test
    void aClientHasNoLoginWithABrowser() {
        assertThatThrownBy(() -> SignedIn.as(new Client(7, "acme"), http.request()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
