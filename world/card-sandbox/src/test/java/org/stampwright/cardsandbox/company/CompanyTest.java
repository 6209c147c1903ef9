package org.stampwright.cardsandbox.company;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stampwright.cardsandbox.http.Answer;
import org.stampwright.cardsandbox.http.Fields;
import org.stampwright.cardsandbox.journal.Idempotency;
import org.stampwright.cardsandbox.journal.Journal;

class CompanyTest {
    private static final Idempotency.Key KEY = new Idempotency.Key("order-7/1", "/v1/payment_intents", "print");
    private static final Posting.Act ACT = new Posting.Act("POST /v1/payment_intents", "req_1", KEY.key());

    @TempDir
    private Path folder;

    private Journal journal;
    private Company company;

    @BeforeEach
    void open() throws IOException {
        journal = Journal.open(folder.resolve("journal"));
        company = new Company(
                journal,
                new SandboxClock(Clock.systemUTC()),
                new Events(Set.of(), "2026-02-25.clover"),
                new Identifiers(),
                (posting, overdue) -> {});
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    @Test
    void a_fault_of_its_own_is_a_500_that_is_kept_under_the_key_and_leaves_nothing_else() {
        long before = company.changes();

        Answer answer = company.act(ACT, KEY, posting -> {
            posting.put(Fields.none()
                    .set("id", "pi_half")
                    .set("object", "payment_intent")
                    .set("created", 1)
                    .build());
            throw new IllegalStateException("broken in the middle");
        });

        assertThat(answer.status()).isEqualTo(500);
        assertThat(company.claim(KEY.key(), KEY.path(), KEY.fingerprint())
                        .answer()
                        .status())
                .isEqualTo(500);
        assertThat(company.changes()).isEqualTo(before);
        assertThat(company.<JsonObject>look(books -> books.find("pi_half"))).isNull();
    }

    @Test
    void an_answer_is_replayed_only_when_it_is_on_disk() {
        Idempotency.First first =
                Idempotency.first(KEY, Answer.ok(Fields.none().set("id", "pi_1").build()));
        JsonObject head = Fields.none()
                .set("act", ACT.name())
                .set("request", "req_1")
                .set("at", company.clock().now().toString())
                .set("idempotency", first.head())
                .build();
        company.apply(
                head,
                journal.append(Fields.none()
                        .set("head", head)
                        .set("objects", JsonArray.EMPTY_JSON_ARRAY)
                        .set("answer", first.answer())
                        .build()));
        assertThat(journal.isDurable()).isFalse();

        assertThat(company.claim(KEY.key(), KEY.path(), KEY.fingerprint())
                        .answer()
                        .status())
                .isEqualTo(200);

        assertThat(journal.isDurable()).isTrue();
    }
}
