package org.stampwright.listener;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassfish.grizzly.EmptyCompletionHandler;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.WriteResult;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;

/** Refuses what {@link RequestCheck} complains about, and closes the connection, whose framing is then in doubt. */
final class RequestFilter extends BaseFilter {

    private static final Attribute<Boolean> CHECKED =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(RequestFilter.class.getName());

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        if (!(context.getMessage() instanceof HttpContent content)
                || !(content.getHttpHeader() instanceof HttpRequestPacket request)
                || CHECKED.get(request) != null) {
            return context.getInvokeAction();
        }
        CHECKED.set(request, Boolean.TRUE);
        Optional<String> complaint = check(request).complaint();
        if (complaint.isEmpty()) {
            // RFC 9112, 6.1: a chunked request may have had a length as well, of which the parser has kept no trace.
            request.getProcessingState()
                    .setKeepAlive(
                            !request.isChunked() && request.getProcessingState().isKeepAlive());
            return context.getInvokeAction();
        }
        refuse(context, request, complaint.get());
        return context.getStopAction();
    }

    private static RequestCheck check(HttpRequestPacket request) {
        return new RequestCheck(
                request.getRequestURIRef().getOriginalRequestURIBC().toString(),
                request.getQueryString(),
                values(request, Header.Host),
                values(request, Header.TransferEncoding),
                request.getHeaders().getValue("Content-Length") != null,
                values(request));
    }

    private static List<String> values(HttpRequestPacket request) {
        List<String> values = new ArrayList<>();
        request.getHeaders()
                .names()
                .forEach(name -> request.getHeaders().values(name).forEach(values::add));
        return values;
    }

    private static List<String> values(HttpRequestPacket request, Header header) {
        List<String> values = new ArrayList<>();
        request.getHeaders().values(header).forEach(values::add);
        return values;
    }

    private static void refuse(FilterChainContext context, HttpRequestPacket request, String complaint) {
        ErrorBody body = ErrorBody.problem(400, complaint);
        HttpResponsePacket response = request.getResponse();
        HttpStatus.BAD_REQUEST_400.setValues(response);
        response.setContentType(body.type());
        response.setContentLength(body.bytes().length);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(Header.CacheControl, "no-store");
        request.getProcessingState().setError(true);
        HttpContent answer = response.httpContentBuilder()
                .content(Buffers.wrap(context.getMemoryManager(), body.bytes()))
                .last(true)
                .build();
        context.write(answer, new EmptyCompletionHandler<WriteResult>() {
            @Override
            public void completed(@SuppressWarnings("rawtypes") WriteResult result) {
                context.getConnection().closeSilently();
            }
        });
    }
}
