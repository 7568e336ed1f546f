package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list: {@code continue} is the number of objects already seen. */
record ListView<T>(String apiVersion, String kind, ListMetadataView metadata, List<T> items) {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ListMetadataView(
            String resourceVersion,
            @JsonProperty("continue") @Nullable String next) {}

    static <T> ListView<T> page(String apiVersion, String kind, List<T> all, int limit, int next) {
        int from = Math.clamp(next, 0, all.size());
        int to = limit <= 0 ? all.size() : Math.clamp((long) from + limit, from, all.size());
        return new ListView<>(
                apiVersion,
                kind + "List",
                new ListMetadataView("1", to < all.size() ? String.valueOf(to) : null),
                all.subList(from, to));
    }
}
