package org.stampwright.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stampwright.indicium.stock.LabelStock;
import org.stampwright.indicium.stock.LabelStocks;
import org.stampwright.postage.label.PositionView;
import org.stampwright.postage.label.SheetView;

class SheetPictureTest {

    private final LabelStock stock = LabelStocks.builtIn().find("US-LETTER-25").orElseThrow();
    private final SheetView sheet = new SheetView(
            "DEM2XQ69JM1",
            stock.code(),
            "known",
            null,
            stock.positions().stream()
                    .map(position ->
                            new PositionView(position, position == 1 ? "used" : position == 2 ? "reserved" : "free"))
                    .toList());

    @Test
    void a_free_label_is_a_button_that_keys_reach() {
        assertThat(SheetPicture.forChoosing(stock, sheet, List.of()))
                .contains("role=\"button\" tabindex=\"0\" data-start=\"3\" aria-label=\"Label 3, free. Start here.\"");
    }

    @Test
    void used_and_reserved_labels_say_what_they_are_and_cannot_be_chosen() {
        var picture = SheetPicture.forChoosing(stock, sheet, List.of());
        assertThat(picture)
                .contains("aria-label=\"Label 1, used\"")
                .contains(">used</text>")
                .contains("aria-label=\"Label 2, reserved\"")
                .contains(">reserved</text>")
                .doesNotContain("data-start=\"1\"")
                .doesNotContain("data-start=\"2\"");
    }

    @Test
    void the_labels_of_the_order_are_marked() {
        assertThat(SheetPicture.forChoosing(stock, sheet, List.of(3, 4)))
                .contains("class=\"label free chosen\"")
                .contains("aria-label=\"Label 3, free, chosen. Start here.\"")
                .contains(">yours</text>");
    }

    @Test
    void it_says_how_many_are_free_and_draws_each_label_once() {
        var picture = SheetPicture.forLooking(stock, sheet, List.of());
        assertThat(picture).contains("23 of 25 labels free").doesNotContain("role=\"button\"");
        assertThat(picture.split("<g id=\"label-")).hasSize(26);
    }

    @Test
    void a_single_label_leaves_nothing_to_choose() {
        var roll = LabelStocks.builtIn().find("ROLL-57x32").orElseThrow();
        var label = new SheetView("DEM2XQ69JM1", roll.code(), "known", null, List.of(new PositionView(0, "free")));
        assertThat(SheetPicture.forChoosing(roll, label, List.of()))
                .contains("aria-label=\"The label, free\"")
                .contains(">free</text>")
                .doesNotContain("data-start");
    }
}
