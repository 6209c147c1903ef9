package org.stampwright.webstart;

/** A job's state as the printer's queue reports it. */
sealed interface QueueState {
    /** Printed completely, as far as the queue knows. */
    record Finished() implements QueueState {}

    /** Aborted or cancelled. */
    record GivenUp(String reason) implements QueueState {}

    /** Pending: waiting, held or being printed. */
    record Waiting(String reason) implements QueueState {}

    /** Unknown: the queue does not respond or does not know the job, so only the user can tell. */
    record Untold(String reason) implements QueueState {}
}
