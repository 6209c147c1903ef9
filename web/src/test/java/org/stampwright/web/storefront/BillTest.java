package org.stampwright.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.Money;
import org.stampwright.postage.rating.Price;
import org.stampwright.postage.rating.PricedLine;

class BillTest {

    private final PricedLine line = new PricedLine("free-value", "Any value", "FREE", 3, Money.ofMills(825));

    @Test
    void shows_each_line_the_fee_the_rounding_and_the_total() {
        var bill = Bill.of(List.of(line), Price.of(line.postage(), Money.ofMills(100)));
        assertThat(bill.items())
                .extracting(Bill.Item::what)
                .containsExactly("3 × Any value at $0.825", "Service fee", "Rounded up to whole cents");
        assertThat(bill.items()).extracting(Bill.Item::amount).containsExactly("$2.475", "$0.10", "$0.005");
        assertThat(bill.total()).isEqualTo("$2.58");
    }

    @Test
    void leaves_out_a_fee_and_a_rounding_that_are_nothing() {
        var two = new PricedLine("letter", "Letter", "LTR", 2, Money.ofMills(780));
        assertThat(Bill.of(List.of(two), Price.of(two.postage(), Money.ZERO)).items())
                .hasSize(1);
    }

    @Test
    void what_was_seen_tells_bills_apart_even_if_they_have_the_same_total() {
        var one = new PricedLine("free-value", "Any value", "FREE", 2, Money.ofMills(500));
        var other = new PricedLine("free-value", "Any value", "FREE", 1, Money.ofMills(1000));
        assertThat(Bill.of(List.of(one), Price.of(one.postage(), Money.ZERO)).asSeen())
                .isEqualTo("2 × Any value at $0.50 = $1.00; total $1.00")
                .isNotEqualTo(Bill.of(List.of(other), Price.of(other.postage(), Money.ZERO))
                        .asSeen());
    }
}
