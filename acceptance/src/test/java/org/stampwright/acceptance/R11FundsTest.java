package org.stampwright.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stampwright.acceptance.Api.Purchase;

/** R11: a PSD that is short of funds gets funds from the authority, exactly once. */
@ExtendWith(VendorSystem.Running.class)
@DisplayName("R11: funds are added when they are short")
class R11FundsTest {

    @Test
    void a_purchase_above_the_funds_of_the_psd_succeeds_after_a_download(VendorSystem system) {
        Ledger ledger = system.ledger();
        long most = ledger.psds().values().stream()
                .mapToLong(Ledger.Psd::descending)
                .max()
                .orElseThrow();
        long downloads = ledger.number("select count(*) from funding where state = 'credited'");
        long each = most / 25 + 1_000;
        assertThat(each)
                .as("what one stamp of the demo's rates may cost")
                .isLessThanOrEqualTo(ledger.number(
                        "select maximum from rate where product = 'free-value' order by edition_id desc limit 1"));
        system.api().buys(Purchase.of(system.newSheet("US-LETTER-25"), 25).product("free-value", each));

        assertThat(ledger.number("select count(*) from funding where state = 'credited'"))
                .isGreaterThan(downloads);
        assertThat(ledger.rows("select p.serial from psd p where p.funds_added <> (select coalesce(sum(f.amount), 0) "
                        + "from funding f where f.psd = p.serial and f.state = 'credited')"))
                .as("credited once each")
                .isEmpty();
        system.auditIsClean();
    }
}
