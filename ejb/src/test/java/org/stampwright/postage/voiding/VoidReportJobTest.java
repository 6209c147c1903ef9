package org.stampwright.postage.voiding;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stampwright.postage.authority.AuthorityClient;
import org.stampwright.postage.authority.Reply;
import org.stampwright.postage.comparison.Comparisons;
import org.stampwright.postage.server.Role;
import org.stampwright.postage.server.ThisInstance;

/** Abandoned pieces that are reported to the authority. */
class VoidReportJobTest {

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

    private final List<UUID> open = Stream.generate(UUID::randomUUID)
            .limit(20)
            .sorted(java.util.Comparator.comparing(UUID::toString))
            .toList();
    private final List<UUID> closed = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Reply first;

    private VoidReportJob job() {
        PieceVoids voids = new PieceVoids() {
            @Override
            public List<OpenVoid> ofAbandoned(long server, UUID after) {
                return open.stream()
                        .filter(id -> id.toString().compareTo(after.toString()) > 0)
                        .limit(3)
                        .map(id -> new OpenVoid(id, 77, 1, VoidReason.ABANDONED))
                        .toList();
            }

            @Override
            public void close(UUID id, VoidDecision decision) {
                closed.add(id);
            }
        };
        VoidRequests requests = new VoidRequests();
        requests.voids = voids;
        requests.authority = new AuthorityClient() {
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
        VoidReportJob job = new VoidReportJob();
        job.comparison = new Comparisons().comparison();
        job.stop = new Comparisons().stop();
        job.instance = ALDER;
        job.voids = voids;
        job.requests = requests;
        return job;
    }

    @Test
    void a_void_that_the_authority_does_not_settle_does_not_block_the_others() {
        first = new Reply.Answered(500, JsonObject.EMPTY_JSON_OBJECT);
        job().run();
        assertThat(closed).containsExactlyElementsOf(open.subList(1, 20));
    }

    @Test
    void a_silent_authority_is_not_asked_about_the_rest() {
        first = new Reply.Silent("no answer");
        job().run();
        assertThat(asked).hasSize(1);
    }
}
