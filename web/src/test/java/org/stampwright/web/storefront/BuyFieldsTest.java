package org.stampwright.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.Money;
import org.stampwright.postage.rating.Product;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;

class BuyFieldsTest {

    private final ProductRow letter = row("letter");
    private final ProductRow postcard = row("postcard");
    private final ProductRow parcel = row("parcel");
    private final List<ProductRow> products = List.of(letter, postcard, parcel);

    @Test
    void a_line_of_the_request_is_a_row_of_the_page_wherever_the_rows_between_are_empty() {
        letter.setQuantity(1);
        parcel.setQuantity(-1);
        assertThat(fieldOf("quantity-out-of-range", "lines[1].quantity")).isEqualTo("buy:products:2:quantity");
        assertThat(fieldOf("value-out-of-range", "lines[0].value")).isEqualTo("buy:products:0:value");
    }

    @Test
    void too_few_labels_are_an_error_of_the_quantity_unless_a_start_was_chosen() {
        postcard.setQuantity(30);
        var refusal = Refusal.at("startPosition", ProblemKind.TOO_FEW_LABELS, "Two are free.");
        assertThat(new BuyFields(products).of(refusal, true)).isEqualTo("buy:products:1:quantity");
        assertThat(new BuyFields(products).of(refusal, false)).isEqualTo("buy:start");
    }

    @Test
    void a_refusal_without_a_field_is_shown_for_the_whole_page() {
        assertThat(fieldOf("sheet-void", "sheet")).isNull();
        assertThat(fieldOf("product-unknown", null)).isNull();
        assertThat(fieldOf("quantity-out-of-range", "lines[7].quantity")).isNull();
    }

    private String fieldOf(String kind, String field) {
        return new BuyFields(products).of(Refusal.at(field, ProblemKind.of(kind), "no"), true);
    }

    private static ProductRow row(String name) {
        var value = Money.ofMills(780);
        return new ProductRow(new Product(name, name, Product.FIXED, value, value, value, "LTR"));
    }
}
