package org.stampwright.web.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** The body of one request; its reader waits within the limits of {@link BodyWaits}. */
final class TimedStream extends ServletInputStream {

    private final ServletInputStream body;
    private final BodyWaits waits;
    private BodyWait wait;

    TimedStream(ServletInputStream body, BodyWaits waits) {
        this.body = body;
        this.waits = waits;
    }

    @Override
    public int read() throws IOException {
        int one = waiting().during(body::read);
        counted(one < 0 ? one : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return counted(waiting().during(() -> body.read(bytes, from, length)));
    }

    private BodyWait waiting() {
        if (wait == null) {
            wait = waits.begin();
        }
        return wait;
    }

    private int counted(int bytes) {
        if (bytes < 0) {
            finish();
        } else {
            wait.received(bytes);
        }
        return bytes;
    }

    /** Stops waiting for the rest of the body. */
    void finish() {
        if (wait != null) {
            waits.finish(wait);
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
