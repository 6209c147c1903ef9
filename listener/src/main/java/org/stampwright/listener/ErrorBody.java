package org.stampwright.listener;

import java.nio.charset.StandardCharsets;

/**
 * The body of an error response: a problem document, or a page for a browser. The texts are constants, so that nothing
 * of a malformed request is repeated.
 *
 * @param type the media type
 */
record ErrorBody(String type, byte[] bytes) {

    static ErrorBody problem(int status, String detail) {
        String kind = kind(status);
        String title = Character.toUpperCase(kind.charAt(0)) + kind.substring(1).replace('-', ' ');
        return new ErrorBody(
                "application/problem+json",
                utf8("{\"type\":\"urn:stampwright:problem:%s\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(kind, title, status, detail)));
    }

    static ErrorBody page(int status, String detail) {
        return new ErrorBody(
                "text/html;charset=UTF-8",
                utf8("<!DOCTYPE html>\n<html lang=\"en\"><head><meta"
                        + " charset=\"utf-8\"/><title>Stampwright</title></head>"
                        + "<body><h1>This request could not be answered</h1><p>%s (%d)</p>".formatted(detail, status)
                        + "<p><a href=\"/\">Go to the first page</a></p></body></html>\n"));
    }

    /** Returns what a person can do about a response to which the server added nothing but its status. */
    static String detail(int status) {
        return switch (status) {
            case 400 ->
                "The request was not understood: its address or a header is malformed or too long. In a browser,"
                        + " delete the cookies of this site and try again.";
            case 403 -> "You are not allowed to do this.";
            case 404 -> "There is nothing under this address.";
            case 405 -> "This address does not support this method.";
            case 408 -> "The request did not arrive in time.";
            case 413 -> "The body of the request is too large.";
            case 505 -> "Only HTTP/1.1 is spoken here.";
            default -> status < 500 ? "The request was not understood." : "Something went wrong on our side.";
        };
    }

    private static String kind(int status) {
        return switch (status) {
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 413 -> "too-large";
            default -> status < 500 || status == 505 ? "malformed-request" : "fault";
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
