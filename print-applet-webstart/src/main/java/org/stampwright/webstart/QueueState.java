package org.stampwright.webstart;

/** What the printer's queue says about a job. */
sealed interface QueueState {
    /** Printed to the end, as far as the queue knows. */
    record Finished() implements QueueState {}

    /** Given up. */
    record GivenUp(String reason) implements QueueState {}

    /** Still to come: waiting, held or being printed. */
    record Waiting(String reason) implements QueueState {}

    /** The queue cannot be asked, or does not know the job: only a person can tell. */
    record Untold(String reason) implements QueueState {}
}
