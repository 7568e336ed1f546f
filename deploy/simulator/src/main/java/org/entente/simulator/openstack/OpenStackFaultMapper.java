package org.entente.simulator.openstack;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Answers with the fault. */
@Provider
public class OpenStackFaultMapper implements ExceptionMapper<OpenStackFault> {
    private record FaultView(int code, String message) {}

    @Override
    public Response toResponse(OpenStackFault fault) {
        return Response.status(fault.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(Map.of(fault.name(), new FaultView(fault.status(), String.valueOf(fault.getMessage()))))
                .build();
    }
}
