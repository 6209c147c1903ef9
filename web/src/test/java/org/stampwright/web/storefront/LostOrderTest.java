package org.stampwright.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Guest;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.order.Drafts;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;

/** Pages of an order that the caller may not see, or whose sheet no longer exists. */
class LostOrderTest {

    private static final UUID ORDER = UUID.fromString("059e02c2-0000-0000-0000-000000000001");

    private final Visit visit = new Visit();
    private OrderView found;
    private OrderState sentTo;
    private final OrderInPage order = new OrderInPage() {
        @Override
        public Optional<OrderView> find() {
            return Optional.ofNullable(found);
        }

        @Override
        public Caller callerFor(UUID id) {
            return Guest.NEW;
        }

        @Override
        public void goWhereItBelongs(OrderState state) {
            sentTo = state;
        }
    };

    @BeforeEach
    void noOrder() {
        found = null;
    }

    @AfterEach
    void leave() {
        visit.close();
    }

    @Test
    void a_form_that_is_sent_without_its_order_is_not_found() throws IOException {
        var pay = new PayPage();
        pay.order = order;
        pay.pay();
        assertThat(visit.error).isEqualTo(404);

        visit.error = 0;
        pay.enterAccount();
        assertThat(visit.error).isEqualTo(404);

        visit.error = 0;
        var back = new ReturnPage();
        back.order = order;
        back.changeMind();
        assertThat(visit.error).isEqualTo(404);

        visit.error = 0;
        back.again();
        assertThat(visit.error).isEqualTo(404);

        visit.error = 0;
        var print = new OrderPage();
        print.order = order;
        print.printPdf();
        assertThat(visit.error).isEqualTo(404);

        visit.error = 0;
        buying(null).goOn();
        assertThat(visit.error).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheet-void", "sheet-foreign", "too-many-attempts", "sheet-unknown"})
    void a_draft_whose_sheet_cannot_be_used_says_so_and_stays(String kind) {
        found = order(OrderState.DRAFT);
        var page = buying(Answer.refused(ProblemKind.of(kind), "This sheet will not do."));
        page.enter();
        assertThat(sentTo).isNull();
        assertThat(page.getRefusal().message()).isEqualTo("This sheet will not do.");

        page.reckon();
        page.goOn();
        assertThat(sentTo).isNull();
        assertThat(visit.error).isZero();
    }

    @Test
    void an_order_that_is_no_longer_a_draft_is_shown_on_its_page() {
        found = order(OrderState.PLACED);
        buying(null).enter();
        assertThat(sentTo).isEqualTo(OrderState.PLACED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not an id", "059e02c2", "059e02c2-0000-0000-0000-000000000001'"})
    void what_is_no_id_names_no_order(String text) {
        visit.parameters.put("order", text);
        assertThat(Pages.order()).isEmpty();
        visit.parameters.put("order", ORDER.toString());
        assertThat(Pages.order()).contains(ORDER);
    }

    private BuyPage buying(Answer<SheetView> sheet) {
        var page = new BuyPage();
        page.order = order;
        page.choice = new Choice() {
            @Override
            void begin(OrderView draft) {
                assertThat(draft).isSameAs(found);
            }
        };
        page.drafts = new Drafts() {
            @Override
            public Answer<SheetView> sheet(Caller caller, UUID id) {
                return sheet;
            }
        };
        page.readDraft();
        return page;
    }

    private static OrderView order(OrderState state) {
        return new OrderView(
                ORDER,
                state,
                1,
                "storefront",
                null,
                "DEM2XQ69JM1",
                "US-LETTER-25",
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                "USD",
                null,
                null,
                "192.0.2.7",
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
