package org.stampwright.webstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QueueQuestionsTest {
    private static final QueueState UNTOLD = new QueueState.Untold("no answer");
    private static final QueueState WAITING = new QueueState.Waiting("The printer is printing the job.");

    private final QueueQuestions questions = new QueueQuestions();

    @Test
    void one_answer_that_fails_late_does_not_make_a_queue_silent() {
        hear(5, WAITING);
        hear(1, UNTOLD);

        assertThat(questions.isSilent()).isFalse();
        assertThat(questions.mayAskPerson()).isFalse();
    }

    @Test
    void three_in_a_row_leave_it_to_the_person_until_the_queue_tells_again() {
        hear(2, UNTOLD);
        assertThat(questions.isSilent()).isFalse();
        hear(1, UNTOLD);
        assertThat(questions.isSilent()).isTrue();
        assertThat(questions.mayAskPerson()).isTrue();

        hear(1, WAITING);

        assertThat(questions.isSilent()).isFalse();
        assertThat(questions.mayAskPerson()).isFalse();
    }

    @Test
    void a_long_wait_may_be_ended_by_the_person() {
        hear(19, WAITING);
        assertThat(questions.mayAskPerson()).isFalse();
        hear(1, WAITING);
        assertThat(questions.mayAskPerson()).isTrue();
        assertThat(questions.isSilent()).isFalse();
    }

    private void hear(int times, QueueState state) {
        for (int i = 0; i < times; i++) {
            questions.heard(state);
        }
    }
}
