package org.entente.broker.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.SiteId;
import org.entente.broker.order.Admission;
import org.entente.broker.order.Completeness;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.order.OrderState;
import org.entente.broker.peering.PeerHolds;
import org.entente.broker.site.Workload;

/**
 * Places one order, in the caller's transaction. Room on our own sites is checked. What belongs on the sites of one partner
 * is ordered from it. Where several partners must all take their parts, each is asked to hold its part before anything is
 * ordered; there is nothing to wait for where the customer wants what it can get.
 */
@ApplicationScoped
public class OrderPlacement {
    private final Admission admission;
    private final PeerHolds peerHolds;
    private final InstantSource clock;

    OrderPlacement(Admission admission, PeerHolds peerHolds, InstantSource clock) {
        this.admission = admission;
        this.peerHolds = peerHolds;
        this.clock = clock;
    }

    void place(OrderEntity order) {
        refuseWithoutRoom(order);
        refuseWithoutAgreement(order);
        if (order.state() == OrderState.REFUSED) {
            return;
        }
        int agreements = PeerHolds.abroad(order).size();
        if (agreements == 0) {
            order.starting(clock.instant());
        } else if (agreements == 1 || order.completeness() == Completeness.PARTIAL) {
            peerHolds.place(order);
        } else {
            peerHolds.ask(order);
        }
        order.follow();
    }

    /** Sites are locked in the order of their ids, so that two orders never wait for each other. */
    private void refuseWithoutRoom(OrderEntity order) {
        Instant now = clock.instant();
        Map<SiteId, List<InstanceEntity>> bySite = order.instances().stream()
                .filter(instance -> !instance.isOnPeer())
                .collect(Collectors.groupingBy(instance -> instance.place().site(), TreeMap::new, Collectors.toList()));
        bySite.forEach((site, parts) -> admission
                .capacity(site, workloads(parts))
                .ifPresent(none -> order.refusedInPart(parts, none.code() + ": " + none.sentence(), now)));
    }

    private void refuseWithoutAgreement(OrderEntity order) {
        Instant now = clock.instant();
        for (Map.Entry<AgreementId, List<InstanceEntity>> part :
                PeerHolds.abroad(order).entrySet()) {
            peerHolds.closed(part.getKey()).ifPresent(why -> order.refusedInPart(part.getValue(), why, now));
        }
    }

    private static List<Workload> workloads(List<InstanceEntity> instances) {
        return instances.stream().map(InstanceEntity::workload).toList();
    }
}
