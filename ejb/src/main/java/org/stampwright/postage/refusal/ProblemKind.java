package org.stampwright.postage.refusal;

import java.util.Locale;
import java.util.Optional;

/**
 * Every kind of refusal or fault that a caller may receive, with its name and HTTP status as {@code docs/api.md} lists
 * them. Orders and payments store the slug as their reason.
 */
public enum ProblemKind {
    MALFORMED_JSON(400),
    MALFORMED_REQUEST(400),
    IDEMPOTENCY_KEY_MISSING(400),
    UNAUTHENTICATED(401),
    CARD_DECLINED(402),
    CARD_EXPIRED(402),
    CARD_INSUFFICIENT_FUNDS(402),
    CARD_INCORRECT_CVC(402),
    CARD_UNKNOWN(402),
    CARD_AUTHENTICATION_REQUIRED(402),
    FORBIDDEN(403),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    STILL_RUNNING(409),
    TOO_LATE(409),
    WITHHELD(409),
    POSITION_TAKEN(409),
    TICKET_USED(409),
    TICKET_ENDED(410),
    TICKET_EXPIRED(410),
    TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    SHEET_MISTYPED(422),
    SHEET_UNKNOWN(422),
    SHEET_FOREIGN(422),
    SHEET_VOID(422),
    SHEET_STOLEN(422),
    POSITION_PAST_END(422),
    TOO_FEW_LABELS(422),
    PRODUCT_UNKNOWN(422),
    QUANTITY_OUT_OF_RANGE(422),
    VALUE_OUT_OF_RANGE(422),
    BELOW_MINIMUM(422),
    IDEMPOTENCY_KEY_REUSED(422),
    WRONG_SERIAL(422),
    CANCELLED(422),
    EXPIRED(422),
    PRICE_CHANGED(422),
    EMAIL_INVALID(422),
    EMAIL_TAKEN(422),
    PASSWORD_TOO_SHORT(422),
    REASON_MISSING(422),
    DIFFERENCES_CHANGED(422),
    IMPORT_REFUSED(422),
    UNFRANKABLE(422),
    TOO_MANY_ATTEMPTS(429, 600),
    FAULT(500),
    AUTHORITY_REFUSED(502),
    SELLING_STOPPED(503, 300),
    OVERLOADED(503, 2),
    UNAVAILABLE(503, 5);

    private final int status;
    private final Integer retryAfter;

    ProblemKind(int status) {
        this(status, null);
    }

    ProblemKind(int status, Integer retryAfter) {
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** Returns the stable name in kebab case, as stored and as the API gives it. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the kind of a slug, or null for null, as in a row without a reason. */
    public static ProblemKind of(String slug) {
        return slug == null ? null : valueOf(slug.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Returns the HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** Returns after how many seconds a retry makes sense, if that is known. */
    public Optional<Integer> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Returns whether the card company refused the card. */
    public boolean isOfCard() {
        return status == 402;
    }

    /** Returns the kind in words: {@link #SHEET_UNKNOWN} is "Sheet unknown". */
    public String title() {
        String words = slug().replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
