package org.stampwright.listener;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.memory.Buffers;

/**
 * Gives a body to error responses that have none: those that the server sends before it calls the application, such as
 * the one to a malformed head.
 */
final class ErrorBodyFilter extends BaseFilter {

    private static final Pattern EMPTY_ERROR = Pattern.compile("HTTP/1\\.[01] ([45][0-9][0-9]) [^\\r\\n]*\\r\\n"
            + "(?:[^\\r\\n]+\\r\\n)*?(Content-Length: 0\\r\\n)(?:[^\\r\\n]+\\r\\n)*\\r\\n");
    private static final String GUARDS = "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n";
    private static final int LONGEST_HEAD = 4096;
    private static final int LONGEST_PREFIX = 16 * 1024;

    /** How the requester reads the answer; kept for the connection, because a malformed request has no other place. */
    private enum Reader {
        PROGRAM,
        BROWSER,
        NO_BODY
    }

    private static final Attribute<Reader> READER =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(ErrorBodyFilter.class.getName());

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        if (context.getMessage() instanceof Buffer received) {
            String head = text(received, LONGEST_PREFIX);
            READER.set(
                    context.getConnection(),
                    head.startsWith("HEAD ")
                            ? Reader.NO_BODY
                            : head.contains("text/html") ? Reader.BROWSER : Reader.PROGRAM);
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) throws IOException {
        Reader reader = READER.get(context.getConnection());
        if (reader != Reader.NO_BODY
                && context.getMessage() instanceof Buffer sent
                && sent.remaining() <= LONGEST_HEAD) {
            Matcher head = EMPTY_ERROR.matcher(text(sent, LONGEST_HEAD));
            if (head.matches()) {
                context.setMessage(Buffers.wrap(context.getMemoryManager(), withBody(head, reader)));
                sent.tryDispose();
            }
        }
        return context.getInvokeAction();
    }

    private static byte[] withBody(Matcher head, Reader reader) {
        int status = Integer.parseInt(head.group(1));
        String detail = ErrorBody.detail(status);
        ErrorBody body = reader == Reader.BROWSER ? ErrorBody.page(status, detail) : ErrorBody.problem(status, detail);
        String whole = head.group();
        String headers = "Content-Type: " + body.type() + "\r\nContent-Length: " + body.bytes().length + "\r\n"
                + (whole.contains("X-Content-Type-Options:") ? "" : GUARDS);
        byte[] before = (whole.substring(0, head.start(2)) + headers + whole.substring(head.end(2)))
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(before, before.length + body.bytes().length);
        System.arraycopy(body.bytes(), 0, all, before.length, body.bytes().length);
        return all;
    }

    private static String text(Buffer buffer, int longest) {
        int end = buffer.position() + Math.min(buffer.remaining(), longest);
        return buffer.toStringContent(StandardCharsets.ISO_8859_1, buffer.position(), end);
    }
}
