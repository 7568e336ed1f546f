package org.entente.agreements.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.agreements.problem.ProblemException;
import org.entente.agreements.problem.ProblemKind;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns failures into problems, in this one place. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String MEDIA_TYPE = "application/problem+json";

    @ServerExceptionMapper
    public Response named(ProblemException problem) {
        if (problem.code().kind() == ProblemKind.INTERNAL) {
            LOG.errorf(problem, "request failed errorCode=%s", problem.code().name());
        }
        return response(problem.code().kind().status(), problem.code().name(), problem.sentence());
    }

    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException invalid) {
        String detail = invalid.getConstraintViolations().stream()
                .map(violation -> violation.getPropertyPath() + " " + violation.getMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        return response(400, "REQUEST_INVALID", detail);
    }

    @ServerExceptionMapper
    public Response unreadable(JsonProcessingException unreadable) {
        return response(
                400, "REQUEST_UNREADABLE", "The request's JSON cannot be read: " + unreadable.getOriginalMessage());
    }

    @ServerExceptionMapper
    public Response wrongValue(IllegalArgumentException wrong) {
        return response(400, "REQUEST_INVALID", String.valueOf(wrong.getMessage()));
    }

    @ServerExceptionMapper
    public Response http(WebApplicationException refused) {
        if (refused.getCause() instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable);
        }
        int status = refused.getResponse().getStatus();
        String reason = refused.getResponse().getStatusInfo().getReasonPhrase();
        return response(status, reason.toUpperCase(Locale.ROOT).replace(' ', '_'), reason);
    }

    @ServerExceptionMapper
    public Response unexpected(RuntimeException defect) {
        LOG.error("request failed errorCode=INTERNAL", defect);
        return response(500, "INTERNAL", "Something went wrong here. The log tells more under the trace id.");
    }

    private static Response response(int status, String code, String detail) {
        String title = Optional.ofNullable(Response.Status.fromStatusCode(status))
                .map(Response.Status::getReasonPhrase)
                .orElse("Problem");
        Optional<String> trace = Optional.ofNullable(MDC.get("traceId")).map(Object::toString);
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new ProblemView(title, status, detail, code, trace))
                .build();
    }
}
