package org.stampwright.web.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.account.Caller;
import org.stampwright.postage.account.Consumer;
import org.stampwright.postage.account.ShopLimits;
import org.stampwright.postage.label.Buyer;
import org.stampwright.postage.label.LabelSheets;
import org.stampwright.postage.label.SheetView;
import org.stampwright.postage.order.Drafts;
import org.stampwright.postage.order.OrderView;
import org.stampwright.postage.order.StartedDraft;
import org.stampwright.postage.orderstate.OrderState;
import org.stampwright.postage.refusal.Answer;
import org.stampwright.postage.refusal.ProblemKind;
import org.stampwright.postage.refusal.Refusal;
import org.stampwright.web.security.RequestCaller;

class NewDraftTest {

    private static final SheetView SHEET = new SheetView("DEM2XQ69JM1", "US-LETTER-25", "known", null, List.of());

    private final List<String> done = new ArrayList<>();
    private Answer<SheetView> seen = Answer.granted(SHEET);

    @Test
    void a_sheet_that_can_no_longer_be_used_leaves_no_draft() {
        seen = Answer.refused(ProblemKind.SHEET_VOID, "This label sheet was taken out of use.");
        assertThat(draft().beginLike(earlier(), "buy")).get().extracting("kind").isEqualTo(ProblemKind.SHEET_VOID);
        assertThat(done).isEmpty();
    }

    @Test
    void a_sheet_with_no_label_left_is_tried_from_its_first_free_one_and_then_refused() {
        assertThat(draft().beginLike(earlier(), "buy")).get().extracting("kind").isEqualTo(ProblemKind.TOO_FEW_LABELS);
        assertThat(done).containsExactly("started", "from 4", "from null");
    }

    @Test
    void a_network_that_began_too_many_begins_no_more() {
        tooMany = Optional.of(Refusal.of(ProblemKind.TOO_MANY_ATTEMPTS, "Wait."));
        assertThat(draft().beginLike(earlier(), "buy")).isEqualTo(tooMany);
        assertThat(done).isEmpty();
    }

    private Optional<Refusal> tooMany = Optional.empty();

    private NewDraft draft() {
        var draft = new NewDraft();
        draft.asked = new RequestCaller() {
            @Override
            public Caller caller() {
                return new Consumer(3, "ann@example.org");
            }

            @Override
            public String address() {
                return "192.0.2.7";
            }
        };
        draft.sheets = new LabelSheets() {
            @Override
            public Answer<SheetView> view(Buyer buyer, String typed) {
                return seen;
            }
        };
        draft.limits = new ShopLimits() {
            @Override
            public Optional<Refusal> draft(String network) {
                return tooMany;
            }
        };
        draft.drafts = new Drafts() {
            @Override
            public StartedDraft start(Caller caller, String remoteAddress) {
                done.add("started");
                return new StartedDraft(UUID.randomUUID(), null);
            }

            @Override
            public Answer<SheetView> chooseSheet(Caller caller, UUID id, String typed, Integer start) {
                done.add("from " + start);
                return Answer.refused(ProblemKind.TOO_FEW_LABELS, "No label is free.");
            }
        };
        return draft;
    }

    private static OrderView earlier() {
        return new OrderView(
                UUID.randomUUID(),
                OrderState.EXPIRED,
                1,
                "storefront",
                null,
                "DEM2XQ69JM1",
                "US-LETTER-25",
                4,
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
