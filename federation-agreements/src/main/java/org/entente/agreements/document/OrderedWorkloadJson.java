package org.entente.agreements.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** A workload as the JSON that also stands in an order's document. */
public final class OrderedWorkloadJson {
    private static final JsonMapper JSON = DocumentCodec.mapper();

    private OrderedWorkloadJson() {}

    public static String write(OrderedWorkload workload) {
        try {
            return JSON.writerFor(OrderedWorkload.class).writeValueAsString(workload);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A workload has no JSON", impossible);
        }
    }

    /** Text that is no workload's JSON is an {@link IllegalArgumentException}. */
    public static OrderedWorkload read(String json) {
        try {
            return JSON.readValue(json, OrderedWorkload.class);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("This is no workload: " + malformed.getOriginalMessage(), malformed);
        }
    }
}
