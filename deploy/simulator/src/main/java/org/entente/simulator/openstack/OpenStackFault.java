package org.entente.simulator.openstack;

/** A refusal in OpenStack's form: {@code {"NAME": {"code": STATUS, "message": …}}}. */
final class OpenStackFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String name;

    private OpenStackFault(int status, String name, String message) {
        super(message);
        this.status = status;
        this.name = name;
    }

    static OpenStackFault badRequest(String message) {
        return new OpenStackFault(400, "badRequest", message);
    }

    static OpenStackFault unauthorized() {
        return new OpenStackFault(401, "error", "The request you have made requires authentication.");
    }

    static OpenStackFault forbidden(String message) {
        return new OpenStackFault(403, "forbidden", message);
    }

    static OpenStackFault notFound(String message) {
        return new OpenStackFault(404, "itemNotFound", message);
    }

    static OpenStackFault conflict(String message) {
        return new OpenStackFault(409, "conflictingRequest", message);
    }

    int status() {
        return status;
    }

    String name() {
        return name;
    }
}
