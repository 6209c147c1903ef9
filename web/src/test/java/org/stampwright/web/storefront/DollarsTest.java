package org.stampwright.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.faces.convert.ConverterException;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.Money;

class DollarsTest {

    private final Dollars dollars = new Dollars();

    @Test
    void reads_amounts_as_people_write_them() {
        for (String typed : new String[] {"0.82", "$0.82", " .82 ", "$ 0.820"}) {
            assertThat(dollars.getAsObject(null, null, typed)).as(typed).isEqualTo(Money.ofMills(820));
        }
    }

    @Test
    void refuses_what_is_no_amount_and_never_rounds() {
        for (String typed : new String[] {"-1", "0.8255", "1,50", "one", "1e3"}) {
            assertThatThrownBy(() -> dollars.getAsObject(null, null, typed))
                    .as(typed)
                    .isInstanceOf(ConverterException.class);
        }
    }

    @Test
    void an_empty_field_is_no_amount() {
        assertThat(dollars.getAsObject(null, null, " ")).isNull();
    }

    @Test
    void writes_amounts_with_their_sign_and_their_thousands_apart() {
        assertThat(Dollars.text(Money.ofMills(820))).isEqualTo("$0.82");
        assertThat(Dollars.text(Money.ofMills(99_200_000))).isEqualTo("$99,200.00");
        assertThat(Dollars.text(Money.ofMills(1_234_567_891))).isEqualTo("$1,234,567.891");
    }
}
