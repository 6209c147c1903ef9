package org.stampwright.authority.faults;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;

/** A response into which everything is written and nothing comes out. */
final class DroppedAnswer extends HttpServletResponseWrapper {

    private final ServletOutputStream nowhere = new ServletOutputStream() {
        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("nothing is written here asynchronously");
        }

        @Override
        public void write(int b) {
            // the answer is dropped
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
        // nothing is sent
    }

    @Override
    public void setContentLengthLong(long length) {
        // the length of what is dropped is nobody's business
    }

    @Override
    public void setContentLength(int length) {
        // see setContentLengthLong
    }
}
