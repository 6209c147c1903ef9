package org.stampwright.cardsandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentListParams;
import com.stripe.param.checkout.SessionListParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListsTest extends SandboxTest {
    private StripeCollection<PaymentIntent> list(PaymentIntentListParams.Builder params) throws StripeException {
        return sandbox.stripe.v1().paymentIntents().list(params.build());
    }

    private List<String> made(int count) throws StripeException {
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            newestFirst.add(0, sandbox.unconfirmed(100 + i, "pm_card_visa").getId());
        }
        return newestFirst;
    }

    private static List<String> ids(StripeCollection<PaymentIntent> page) {
        return page.getData().stream().map(PaymentIntent::getId).toList();
    }

    @Test
    void pages_follow_each_other_newest_first() throws StripeException {
        List<String> all = made(5);

        StripeCollection<PaymentIntent> first =
                list(PaymentIntentListParams.builder().setLimit(2L));
        StripeCollection<PaymentIntent> second =
                list(PaymentIntentListParams.builder().setLimit(2L).setStartingAfter(all.get(1)));
        StripeCollection<PaymentIntent> last =
                list(PaymentIntentListParams.builder().setLimit(2L).setStartingAfter(all.get(3)));

        assertThat(ids(first)).isEqualTo(all.subList(0, 2));
        assertThat(first.getHasMore()).isTrue();
        assertThat(ids(second)).isEqualTo(all.subList(2, 4));
        assertThat(ids(last)).isEqualTo(all.subList(4, 5));
        assertThat(last.getHasMore()).isFalse();
        assertThat(ids(list(PaymentIntentListParams.builder().setLimit(2L).setEndingBefore(all.get(3)))))
                .isEqualTo(all.subList(1, 3));
    }

    @Test
    void the_client_pages_through_all_of_them() throws StripeException {
        List<String> all = made(23);

        List<String> seen = new ArrayList<>();
        list(PaymentIntentListParams.builder()).autoPagingIterable().forEach(intent -> seen.add(intent.getId()));

        assertThat(seen).isEqualTo(all);
    }

    @Test
    void a_list_is_narrowed_by_the_time_of_creation() throws StripeException {
        String early = made(1).get(0);
        sandbox.advance(Duration.ofHours(2));
        long boundary = sandbox.now();
        sandbox.advance(Duration.ofHours(2));
        String late = made(1).get(0);

        assertThat(ids(list(PaymentIntentListParams.builder()
                        .setCreated(PaymentIntentListParams.Created.builder()
                                .setGte(boundary)
                                .build()))))
                .containsExactly(late);
        assertThat(ids(list(PaymentIntentListParams.builder()
                        .setCreated(PaymentIntentListParams.Created.builder()
                                .setLt(boundary)
                                .build()))))
                .containsExactly(early);
        long exactly = sandbox.retrieve(early).getCreated();
        assertThat(ids(list(PaymentIntentListParams.builder().setCreated(exactly))))
                .containsExactly(early);
    }

    @Test
    void a_listed_intent_shows_its_charge_when_asked() throws StripeException {
        sandbox.captured(164);

        PaymentIntent intent = list(PaymentIntentListParams.builder().addExpand("data.latest_charge"))
                .getData()
                .get(0);

        assertThat(intent.getLatestChargeObject().getAmountCaptured()).isEqualTo(164);
    }

    @Test
    void sessions_are_listed_by_status_with_their_intents() throws StripeException {
        Session open = sandbox.session(82, 1);
        Session paid = sandbox.session(82, 2);
        sandbox.payWith(paid, "4242424242424242");

        List<Session> complete = sandbox.stripe
                .v1()
                .checkout()
                .sessions()
                .list(SessionListParams.builder()
                        .setStatus(SessionListParams.Status.COMPLETE)
                        .addExpand("data.payment_intent")
                        .build())
                .getData();

        assertThat(complete)
                .extracting(Session::getId)
                .containsExactly(paid.getId())
                .doesNotContain(open.getId());
        assertThat(complete.get(0).getPaymentIntentObject().getAmountCapturable())
                .isEqualTo(164);
    }

    @Test
    void bad_limits_unknown_ids_and_unknown_expansions_are_refused() throws StripeException {
        made(1);
        assertThat(refused(PaymentIntentListParams.builder().setLimit(101L)).getParam())
                .isEqualTo("limit");
        assertThat(refused(PaymentIntentListParams.builder().setStartingAfter("pi_nobody"))
                        .getCode())
                .isEqualTo("resource_missing");
        assertThat(refused(PaymentIntentListParams.builder().addExpand("data.amount"))
                        .getMessage())
                .contains("cannot be expanded");
        assertThat(refused(PaymentIntentListParams.builder().putExtraParam("colour", "red"))
                        .getCode())
                .isEqualTo("parameter_unknown");
    }

    private InvalidRequestException refused(PaymentIntentListParams.Builder params) {
        return catchThrowableOfType(InvalidRequestException.class, () -> list(params));
    }
}
