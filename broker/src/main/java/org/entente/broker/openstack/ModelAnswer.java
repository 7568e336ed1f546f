package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.stream.Collectors;
import org.entente.broker.site.SiteException;
import org.jspecify.annotations.Nullable;
import org.openstack4j.core.transport.ExecutionOptions;
import org.openstack4j.core.transport.HttpEntityHandler;
import org.openstack4j.core.transport.HttpResponse;
import org.openstack4j.core.transport.ObjectMapperSingleton;

/** A successful answer as one of openstack4j's models, once it has proved to hold what the model needs. */
record ModelAnswer(Answer answer) implements HttpResponse {
    @Override
    public <T> T getEntity(Class<T> type) {
        return getEntity(type, null);
    }

    @Override
    public <T> T getEntity(Class<T> type, @Nullable ExecutionOptions<T> options) {
        return HttpEntityHandler.handle(this, type, options);
    }

    @Override
    public <T> T readEntity(Class<T> type) {
        JsonNode content = answer.json();
        ModelShape.of(type).check(content, answer.site());
        try {
            return ObjectMapperSingleton.getContext(type).readerFor(type).readValue(content);
        } catch (IOException | IllegalArgumentException garbage) {
            throw new SiteException(
                    SiteException.Code.BROKEN,
                    answer.site() + " answered something that is not its API's JSON.",
                    garbage);
        }
    }

    @Override
    public int getStatus() {
        return answer.status();
    }

    @Override
    public String getStatusMessage() {
        return String.valueOf(answer.status());
    }

    @Override
    public String getContentType() {
        return header("Content-Type");
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Override
    public Map<String, String> headers() {
        return answer.headers().map().keySet().stream().collect(Collectors.toMap(name -> name, this::header));
    }

    /** Everything has been read. */
    @Override
    public void close() {}
}
