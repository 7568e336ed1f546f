package org.entente.server;

import org.entente.agreements.partner.OperatorConfig;

/** An operator by id and name. */
public record OperatorView(String id, String name) {
    static OperatorView of(OperatorConfig operator) {
        return new OperatorView(operator.id(), operator.name());
    }
}
