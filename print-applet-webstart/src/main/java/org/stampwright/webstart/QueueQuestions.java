package org.stampwright.webstart;

/**
 * The results of polling a printer's queue. A queue that fails to respond now and then is polled again. If it fails
 * several times in a row, or takes too long, the user may answer instead, while the polling goes on.
 */
final class QueueQuestions {
    private static final int UNTOLD_IN_A_ROW = 3;
    private static final int BEFORE_PERSON = 20;

    private int asked;
    private int untold;

    void heard(QueueState state) {
        asked++;
        untold = state instanceof QueueState.Untold ? untold + 1 : 0;
    }

    /** Returns whether the queue does not report the job's state. */
    boolean isSilent() {
        return untold >= UNTOLD_IN_A_ROW;
    }

    /** Returns whether the user may answer what the queue does not. */
    boolean mayAskPerson() {
        return isSilent() || asked >= BEFORE_PERSON;
    }
}
