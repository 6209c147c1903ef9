package org.stampwright.postage.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stampwright.indicium.Money;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.Granted;
import org.stampwright.postage.refusal.Refused;

/** The price of an order, and the requests that are refused before they are priced. */
class EditionTest {

    private static final Product LETTER = new Product(
            "letter", "Letter", Product.FIXED, Money.ofMills(825), Money.ofMills(825), Money.ofMills(825), "FC");
    private static final Product FREE =
            new Product("free", "Any value", Product.FREE_VALUE, null, Money.ofMills(10), Money.ofMills(100_000), "FV");

    private static Edition edition(long fee, long smallest) {
        return new Edition(1, Instant.EPOCH, Money.ofMills(fee), Money.ofMills(smallest), List.of(LETTER, FREE));
    }

    private static String kind(Answer<?> answer) {
        return answer.fold(value -> "granted", refusal -> refusal.kind().slug());
    }

    @Property
    void a_total_is_whole_cents_and_never_less_than_its_parts_nor_a_cent_more(
            @ForAll @LongRange(min = 0, max = 1_000_000_000) long postage, @ForAll @LongRange(max = 100_000) long fee) {
        Price price = Price.of(Money.ofMills(postage), Money.ofMills(fee));
        assertThat(price.total().mills() % 10).isZero();
        assertThat(price.rounding().mills()).isBetween(0L, 9L);
        assertThat(price.total().mills())
                .isEqualTo(postage + fee + price.rounding().mills());
    }

    @Property
    void the_postage_of_an_order_is_that_of_its_stamps(
            @ForAll @IntRange(min = 1, max = 500) int letters,
            @ForAll @IntRange(min = 1, max = 500) int others,
            @ForAll @LongRange(min = 10, max = 100_000) long value) {
        Answer<Pricing> answer = edition(0, 0)
                .price(List.of(new LineRequest("letter", letters, null), new LineRequest("free", others, value)));
        Pricing pricing = ((Granted<Pricing>) answer).value();
        assertThat(pricing.price().postage().mills()).isEqualTo(letters * 825L + others * value);
        assertThat(pricing.pieces()).isEqualTo(letters + others);
    }

    @Test
    void a_price_with_another_rounding_is_none() {
        assertThatThrownBy(() -> new Price(Money.ofMills(825), Money.ZERO, Money.ofMills(15)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Price(Money.ofMills(825), Money.ZERO, Money.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "parcel, 1,, product-unknown",
        "letter, 0,, quantity-out-of-range",
        "letter, -1,, quantity-out-of-range",
        "letter, 1001,, quantity-out-of-range",
        "letter, 10000,, quantity-out-of-range",
        "letter, 1, 820, value-out-of-range",
        "letter, 1, 825, granted",
        "letter, 1000,, granted",
        "free, 1,, value-out-of-range",
        "free, 1, 9, value-out-of-range",
        "free, 100, 10, granted",
        "free, 1, 100001, value-out-of-range",
        "free, 1, 490, below-minimum",
        "free, 1, 491, granted",
        "free, 1, 500, granted"
    })
    void each_guard_refuses(String product, int quantity, Long value, String outcome) {
        assertThat(kind(edition(0, 0).price(List.of(new LineRequest(product, quantity, value)))))
                .isEqualTo(outcome);
    }

    @Test
    void all_lines_together_have_at_most_a_thousand_stamps() {
        List<LineRequest> lines = List.of(new LineRequest("letter", 600, null), new LineRequest("letter", 401, null));
        Refused<Pricing> refused = (Refused<Pricing>) edition(0, 0).price(lines);
        assertThat(refused.refusal().field()).isEqualTo("lines[1].quantity");
    }

    @Test
    void the_vendors_smallest_order_counts_when_it_is_more_than_the_card_companys() {
        List<LineRequest> one = List.of(new LineRequest("letter", 1, null));
        assertThat(kind(edition(0, 1000).price(one))).isEqualTo("below-minimum");
        assertThat(kind(edition(170, 1000).price(one))).isEqualTo("granted");
    }

    @Test
    void an_empty_order_is_none() {
        assertThat(kind(edition(0, 0).price(List.of()))).isEqualTo("quantity-out-of-range");
    }
}
