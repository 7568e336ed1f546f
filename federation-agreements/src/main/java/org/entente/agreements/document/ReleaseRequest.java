package org.entente.agreements.document;

import java.util.List;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;

/** The home operator gives instances of an order back: the host ends them. */
public record ReleaseRequest(OrderId order, List<InstanceId> instances) implements DocumentBody {
    public ReleaseRequest {
        instances = List.copyOf(instances);
    }
}
