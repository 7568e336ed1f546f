package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.agreement.Standing;
import org.entente.agreements.language.AgreementId;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.OrderState;

/**
 * Has several partners hold their parts of one order, and orders from all of them once every one does. Runs in the caller's
 * transaction.
 */
@ApplicationScoped
public class PeerHolds {
    private final Agreements agreements;
    private final PeerOrders peerOrders;
    private final HoldConfig config;
    private final InstantSource clock;

    PeerHolds(Agreements agreements, PeerOrders peerOrders, HoldConfig config, InstantSource clock) {
        this.agreements = agreements;
        this.peerOrders = peerOrders;
        this.config = config;
        this.clock = clock;
    }

    /** What of an order is still to be made at partners, by the agreement under which it is ordered. */
    public static Map<AgreementId, List<InstanceEntity>> abroad(OrderEntity order) {
        return order.instances().stream()
                .filter(instance -> instance.isOnPeer() && instance.state() == InstanceState.PLANNED)
                .collect(Collectors.groupingBy(
                        instance -> instance.agreement().orElseThrow(), TreeMap::new, Collectors.toList()));
    }

    /** Why an agreement takes no orders now, in a sentence; or nothing if it does. */
    public Optional<String> closed(AgreementId agreement) {
        Instant now = clock.instant();
        return agreements.inForceAt(agreement, now).isPresent()
                ? Optional.empty()
                : Optional.of(agreement + " takes no orders. "
                        + agreements
                                .history(agreement)
                                .standing(now)
                                .map(Standing::sentence)
                                .orElse("It was never signed"));
    }

    /** Asks each partner to hold its part. */
    public void ask(OrderEntity order) {
        Instant now = clock.instant();
        Instant until = earlier(now.plus(config.askFor()), order.deadline()).truncatedTo(ChronoUnit.MILLIS);
        abroad(order).forEach((agreement, parts) -> peerOrders.hold(order, inForce(agreement), parts, until));
        order.holding(earlier(now.plus(config.answersWithin()), order.deadline()));
    }

    /** Orders each partner's part from it. */
    public void place(OrderEntity order) {
        abroad(order).forEach((agreement, parts) -> peerOrders.place(order, inForce(agreement), parts));
        order.placing(clock.instant());
    }

    /** Orders from all partners where the order waited for their holds and all of them are there. */
    void placeOnceAllHeld(OrderEntity order) {
        if (order.state() != OrderState.HOLDING || order.instances().stream().anyMatch(InstanceEntity::isAwaited)) {
            return;
        }
        abroad(order).keySet().stream()
                .flatMap(agreement -> closed(agreement).stream())
                .findFirst()
                .ifPresentOrElse(why -> order.refused(why, clock.instant()), () -> place(order));
    }

    private SignedAgreement inForce(AgreementId agreement) {
        return agreements.inForceAt(agreement, clock.instant()).orElseThrow();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
