package org.stampwright.postage.authority;

import jakarta.json.JsonObject;

/** What came of asking the authority. */
public sealed interface Reply {

    /**
     * It answered, and the signature on the answer is its own.
     *
     * @param status of the HTTP answer
     * @param body the JSON object, a problem document too
     */
    record Answered(int status, JsonObject body) implements Reply {

        public boolean isOk() {
            return status == 200;
        }
    }

    /**
     * Nothing that can be believed came back: whether the request was carried out is unknown, and the same request may be
     * asked again.
     *
     * @param why for the log
     */
    record Silent(String why) implements Reply {}
}
