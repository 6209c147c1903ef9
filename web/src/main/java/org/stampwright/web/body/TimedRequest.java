package org.stampwright.web.body;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A request whose body is read within the limits of {@link BodyWaits}. */
final class TimedRequest extends HttpServletRequestWrapper {

    private final BodyWaits waits;
    private TimedStream body;
    private BufferedReader reader;

    TimedRequest(HttpServletRequest request, BodyWaits waits) {
        super(request);
        this.waits = waits;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new TimedStream(super.getInputStream(), waits);
        }
        return body;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (reader == null) {
            String encoding = getCharacterEncoding();
            reader = new BufferedReader(new InputStreamReader(
                    getInputStream(), encoding == null ? StandardCharsets.UTF_8.name() : encoding));
        }
        return reader;
    }

    /** Ends the wait when the request has been answered. */
    void finish() {
        if (body != null) {
            body.finish();
        }
    }
}
