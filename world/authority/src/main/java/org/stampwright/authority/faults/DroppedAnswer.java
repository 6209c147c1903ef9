package org.stampwright.authority.faults;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;

/** A response that discards everything written to it. */
final class DroppedAnswer extends HttpServletResponseWrapper {

    private final ServletOutputStream nowhere = new ServletOutputStream() {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("asynchronous writing is not supported");
        }

        @Override
        public void write(int b) {
            // the response is discarded
        }
    };

    DroppedAnswer(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return nowhere;
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(nowhere);
    }

    @Override
    public void flushBuffer() {
        // the response is discarded
    }

    @Override
    public void setContentLengthLong(long length) {
        // the length of a discarded response does not matter
    }

    @Override
    public void setContentLength(int length) {
        // see setContentLengthLong
    }
}
