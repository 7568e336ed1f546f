package org.entente.agreements.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.TenantPseudonym;

/**
 * A home operator asks a host to keep capacity for one part of an order, all or nothing, while other hosts are asked for
 * theirs. It builds on the agreement version whose prices the order will accept. The answer is a {@link Hold} or a
 * {@link Refusal}.
 *
 * @param until when the hold ends by itself, unless it was ordered or released before
 * @param instances exactly what an order that takes the hold up will name
 * @param tenant for whom it is, where the agreement limits what one tenant may hold; absent otherwise
 */
public record HoldRequest(
        OrderId order,
        AgreementId agreement,
        Instant until,
        List<OrderedInstance> instances,
        Optional<TenantPseudonym> tenant)
        implements Booking {
    public HoldRequest {
        instances = List.copyOf(instances);
    }

    @Override
    public Instant deadline() {
        return until;
    }
}
