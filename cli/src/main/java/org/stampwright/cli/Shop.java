package org.stampwright.cli;

import java.net.URI;
import org.stampwright.cli.buying.Purchase;
import org.stampwright.cli.home.Home;
import org.stampwright.cli.node.Plan;
import org.stampwright.cli.world.JsonHttp;

/** The API of a home's storefront, with the home's own key. */
final class Shop {

    private Shop() {}

    static Purchase purchase(Home home) {
        if (home.secrets().apiKey() == null) {
            throw new Refusal("this home has no API key yet; start it with: stampwright up");
        }
        return new Purchase(JsonHttp.bearer(address(home), home.secrets().apiKey()));
    }

    static URI address(Home home) {
        Plan plan = Plan.read(home);
        return URI.create(
                "http://127.0.0.1:" + plan.ports().instance(plan.storefront().number()));
    }
}
