package org.stampwright.postage.authority;

import jakarta.json.JsonObject;

/** The outcome of a request to the authority. */
public sealed interface Reply {

    /**
     * The authority answered, and its signature on the answer is valid.
     *
     * @param status of the HTTP answer
     * @param body the JSON object, which may be a problem document
     */
    record Answered(int status, JsonObject body) implements Reply {

        public boolean isOk() {
            return status == 200;
        }
    }

    /**
     * No valid answer came back: whether the request was carried out is unknown, and the same request may be retried.
     *
     * @param why the reason, for the log
     */
    record Silent(String why) implements Reply {}
}
