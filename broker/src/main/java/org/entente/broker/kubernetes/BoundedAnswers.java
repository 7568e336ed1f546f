package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Breaks off an answer that is longer than any sound one; a watch that told so much is begun anew. */
final class BoundedAnswers implements Interceptor {
    static final String NAME = "entente-bounded-answers";
    private static final long BYTES_MAX = 32L << 20;

    @Override
    public AsyncBody.Consumer<List<ByteBuffer>> consumer(
            AsyncBody.Consumer<List<ByteBuffer>> consumer, HttpRequest request) {
        AtomicLong read = new AtomicLong();
        return (buffers, body) -> {
            long bytes = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (read.addAndGet(bytes) > BYTES_MAX) {
                // Told before the connection is cut, which would be told instead.
                body.done().completeExceptionally(new AnswerTooLongException(BYTES_MAX));
                body.cancel();
            } else {
                consumer.consume(buffers, body);
            }
        };
    }
}
