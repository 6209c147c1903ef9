package org.stampwright.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaTest {

    @ParameterizedTest
    @CsvSource({
        "/api, /v1/orders, API",
        "/api/v1, /orders, API",
        "/internal, /orders/1/frank, NODES",
        "/operator/api, /import, OPERATOR_API",
        "/operator, , OPERATOR",
        "/operator.xhtml, , OPERATOR",
        "/operator/psds.xhtml, , OPERATOR",
        "/operator/login, , OPERATOR_LOGIN",
        "/operator/login.xhtml, , OPERATOR_LOGIN",
        "/operator/loginx, , OPERATOR",
        "/account/orders, , ACCOUNT",
        "/print, /redeem, PRINTING",
        "/webhooks, /cards, WEBHOOKS",
        "/api/v2, /x, API",
        "/api, , API",
        "/API, /v1/orders, API",
        "/Operator/psds.xhtml, , OPERATOR",
        "/operator.XHTML, , OPERATOR",
        "/operator;jsessionid=1/psds.xhtml, , OPERATOR",
        "/operator/psds.xhtml;jsessionid=1, , OPERATOR",
        "/operator;a=b, , OPERATOR",
        "/operator;/api, /import, OPERATOR_API",
        "/operator/login;/psds.xhtml, , OPERATOR_LOGIN",
        "/operator/login.xhtml/psds.xhtml, , OPERATOR",
        "\\operator\\psds.xhtml, , OPERATOR",
        "/operator%2Fpsds.xhtml, , PUBLIC",
        "/apiary, , PUBLIC",
        "/operators, , PUBLIC",
        "/, , PUBLIC",
    })
    void a_path_belongs_to_one_area(String servletPath, String pathInfo, Area area) {
        assertThat(Area.of(asking(servletPath, pathInfo))).isEqualTo(area);
    }

    @Test
    void repeated_slashes_do_not_circumvent_the_check() {
        assertThat(Area.of(asking("//operator//psds.xhtml", null))).isEqualTo(Area.OPERATOR);
        assertThat(Area.of(asking("/operator//api", "/import"))).isEqualTo(Area.OPERATOR_API);
    }

    private static HttpServletRequest asking(String servletPath, String pathInfo) {
        return Http.asking("GET", servletPath, pathInfo).request();
    }
}
