package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "/%2F/evil.example", "", "evil"})
    void never_leads_to_another_site(String wanted) {
        assertThat(LoginTarget.of(wanting(wanted), "/account/orders")).isEqualTo("/account/orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operator/psds", "/operator/", "/account/orders"})
    void leads_back_to_a_path_of_ours(String wanted) {
        assertThat(LoginTarget.of(wanting(wanted), "/")).isEqualTo(wanted);
    }

    private static HttpServletRequest wanting(String to) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                LoginTargetTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getParameter" -> to;
                    case "getContextPath" -> "";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
