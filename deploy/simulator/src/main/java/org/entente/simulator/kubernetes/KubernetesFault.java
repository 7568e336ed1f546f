package org.entente.simulator.kubernetes;

/** A refusal in Kubernetes' form, an object of the kind Status. */
final class KubernetesFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String reason;

    private KubernetesFault(int status, String reason, String message) {
        super(message);
        this.status = status;
        this.reason = reason;
    }

    static KubernetesFault badRequest(String message) {
        return new KubernetesFault(400, "BadRequest", message);
    }

    static KubernetesFault unauthorized() {
        return new KubernetesFault(401, "Unauthorized", "Unauthorized");
    }

    static KubernetesFault forbidden(String message) {
        return new KubernetesFault(403, "Forbidden", message);
    }

    static KubernetesFault notFound(String kind, String name) {
        return new KubernetesFault(404, "NotFound", kind + " \"" + name + "\" not found");
    }

    static KubernetesFault missing(String message) {
        return new KubernetesFault(404, "NotFound", message);
    }

    static KubernetesFault notAllowed(String message) {
        return new KubernetesFault(405, "MethodNotAllowed", message);
    }

    static KubernetesFault invalid(String message) {
        return new KubernetesFault(422, "Invalid", message);
    }

    int status() {
        return status;
    }

    String reason() {
        return reason;
    }
}
