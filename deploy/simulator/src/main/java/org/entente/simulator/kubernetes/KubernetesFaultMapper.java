package org.entente.simulator.kubernetes;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Answers with the Status. */
@Provider
public class KubernetesFaultMapper implements ExceptionMapper<KubernetesFault> {
    private record StatusView(
            String kind,
            String apiVersion,
            Map<String, String> metadata,
            String status,
            String message,
            String reason,
            int code) {}

    @Override
    public Response toResponse(KubernetesFault fault) {
        return Response.status(fault.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new StatusView(
                        "Status",
                        "v1",
                        Map.of(),
                        "Failure",
                        String.valueOf(fault.getMessage()),
                        fault.reason(),
                        fault.status()))
                .build();
    }
}
