package org.stampwright.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Collects a body up to a size; rejects a larger one by its announced length, or when the limit is exceeded. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private final HttpHeaders head;
    private final int mostBytes;
    private Subscription subscription;

    BoundedBody(HttpHeaders head, int mostBytes) {
        this.head = head;
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Subscription body) {
        subscription = body;
        if (head.firstValueAsLong("Content-Length").orElse(0) > mostBytes) {
            refuse();
        } else {
            body.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            if (whole.isDone()) {
                return;
            }
            take(part);
        }
    }

    private void take(ByteBuffer part) {
        if (part.remaining() > mostBytes - received.size()) {
            refuse();
            return;
        }
        byte[] bytes = new byte[part.remaining()];
        part.get(bytes);
        received.writeBytes(bytes);
    }

    private void refuse() {
        subscription.cancel();
        whole.completeExceptionally(new IOException("the answer is larger than " + mostBytes + " bytes"));
    }

    @Override
    public void onError(Throwable fault) {
        whole.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        whole.complete(received.toByteArray());
    }
}
