package org.entente.billing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.ClosedPartners;

/** Each operator's closed partners; none until a test closes one. */
@Alternative
@Priority(1)
@ApplicationScoped
public class KnownClosings implements ClosedPartners {
    private final Map<OperatorId, String> closedBy = new ConcurrentHashMap<>();
    private final Peers peers;

    KnownClosings(Peers peers) {
        this.peers = peers;
    }

    /** From now on this operator does no more business with the other. */
    public void close(OperatorId operator, String reason) {
        closedBy.put(operator, reason);
    }

    public void forget() {
        closedBy.clear();
    }

    @Override
    public Optional<String> whyClosed(OperatorId partner) {
        return Optional.ofNullable(closedBy.get(peers.operator()));
    }
}
