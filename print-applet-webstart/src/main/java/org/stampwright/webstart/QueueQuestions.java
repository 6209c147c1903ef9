package org.stampwright.webstart;

/**
 * What the questions to a printer's queue have come to. A queue that fails to answer now and then is asked on; one that
 * does not answer several times in a row, or lets wait for long, leaves it to the person at the printer, and is asked on
 * all the same.
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

    /** Whether the queue tells nothing. */
    boolean isSilent() {
        return untold >= UNTOLD_IN_A_ROW;
    }

    /** Whether the person may say what the queue does not. */
    boolean mayAskPerson() {
        return isSilent() || asked >= BEFORE_PERSON;
    }
}
