package org.stampwright.postage.psd;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;
import org.stampwright.postage.server.Role;
import org.stampwright.postage.server.ThisInstance;

/** Claimed orders that are taken up again, and abandoned pieces that are reported: none keeps another from it. */
class UnfinishedBusinessTest {

    private static final ThisInstance ALDER = new ThisInstance() {
        @Override
        public boolean isRegistered() {
            return true;
        }

        @Override
        public Role role() {
            return Role.BOTH;
        }

        @Override
        public long id() {
            return 1;
        }
    };

    private final List<UUID> claimed =
            Stream.generate(UUID::randomUUID).limit(20).toList();
    private final Set<UUID> resumed = new ConcurrentSkipListSet<>();

    @Test
    void an_order_that_throws_keeps_no_other_waiting() {
        UnfinishedBusiness business = new UnfinishedBusiness();
        business.instance = ALDER;
        business.psds = new OwnedPsds() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            Executor outside() {
                return Runnable::run;
            }
        };
        business.claims = new OrderClaims() {
            @Override
            public List<UUID> claimedBy(long server) {
                return claimed;
            }
        };
        business.franking = new Franking() {
            @Override
            public void resume(UUID order) {
                if (order.equals(claimed.get(0))) {
                    throw new IllegalStateException("cannot be read");
                }
                resumed.add(order);
            }
        };
        business.turn();
        assertThat(resumed).containsExactlyInAnyOrderElementsOf(claimed.subList(1, 20));
    }

    private final List<UUID> open = claimed.stream()
            .sorted(java.util.Comparator.comparing(UUID::toString))
            .toList();
    private final List<UUID> closed = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Reply first;

    private AbandonmentReports reports() {
        AbandonmentReports reports = new AbandonmentReports();
        reports.instance = ALDER;
        reports.abandonments = new Abandonments() {
            @Override
            public List<OpenVoid> open(long server, UUID after) {
                return open.stream()
                        .filter(id -> id.toString().compareTo(after.toString()) > 0)
                        .limit(3)
                        .map(id -> new OpenVoid(id, 77, 1))
                        .toList();
            }

            @Override
            public void close(UUID id, String state) {
                closed.add(id);
            }
        };
        reports.authority = new AuthorityClient() {
            @Override
            public Reply put(String path, JsonObject body) {
                asked.add(path);
                return asked.size() == 1
                        ? first
                        : new Reply.Answered(
                                200,
                                Json.createObjectBuilder()
                                        .add("state", "voided")
                                        .build());
            }
        };
        return reports;
    }

    @Test
    void a_void_that_the_authority_does_not_settle_keeps_no_other_from_it() {
        first = new Reply.Answered(500, JsonObject.EMPTY_JSON_OBJECT);
        reports().turn();
        assertThat(closed).containsExactlyElementsOf(open.subList(1, 20));
    }

    @Test
    void a_silent_authority_is_not_asked_about_the_rest() {
        first = new Reply.Silent("no answer");
        reports().turn();
        assertThat(asked).hasSize(1);
    }
}
