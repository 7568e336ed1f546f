package org.entente.broker.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.agreement.Standing;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.SiteId;
import org.entente.broker.order.Admission;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.OrderEntity;
import org.entente.broker.peering.PeerOrders;
import org.entente.broker.site.Workload;

/**
 * Places one order, in the caller's transaction: room on our own sites is checked, and what belongs on partners' sites is
 * ordered from them. Our own part starts once every partner has accepted.
 */
@ApplicationScoped
public class OrderPlacement {
    private final Agreements agreements;
    private final Admission admission;
    private final PeerOrders peerOrders;
    private final InstantSource clock;

    OrderPlacement(Agreements agreements, Admission admission, PeerOrders peerOrders, InstantSource clock) {
        this.agreements = agreements;
        this.admission = admission;
        this.peerOrders = peerOrders;
        this.clock = clock;
    }

    void place(OrderEntity order) {
        Instant now = clock.instant();
        Optional<String> refusal = roomAtHome(order);
        if (refusal.isPresent()) {
            order.refused(refusal.get(), now);
            return;
        }
        Map<AgreementId, List<InstanceEntity>> abroad = order.instances().stream()
                .filter(InstanceEntity::isOnPeer)
                .collect(Collectors.groupingBy(
                        instance -> instance.agreement().orElseThrow(), TreeMap::new, Collectors.toList()));
        for (AgreementId agreement : abroad.keySet()) {
            if (inForce(agreement, now).isEmpty()) {
                order.refused(agreement + " takes no orders. " + why(agreement, now), now);
                return;
            }
        }
        if (abroad.isEmpty()) {
            order.starting(now);
            return;
        }
        abroad.forEach((agreement, instances) ->
                peerOrders.place(order, inForce(agreement, now).orElseThrow(), instances));
        order.placing();
    }

    private Optional<String> roomAtHome(OrderEntity order) {
        Map<SiteId, List<InstanceEntity>> bySite = order.instances().stream()
                .filter(instance -> !instance.isOnPeer())
                .collect(Collectors.groupingBy(instance -> instance.place().site(), TreeMap::new, Collectors.toList()));
        return bySite.entrySet().stream()
                .flatMap(site -> admission.capacity(site.getKey(), workloads(site.getValue())).stream())
                .map(none -> none.code() + ": " + none.sentence())
                .findFirst();
    }

    private static List<Workload> workloads(List<InstanceEntity> instances) {
        return instances.stream().map(InstanceEntity::workload).toList();
    }

    private String why(AgreementId agreement, Instant now) {
        return agreements
                .history(agreement)
                .standing(now)
                .map(Standing::sentence)
                .orElse("It was never signed");
    }

    private Optional<SignedAgreement> inForce(AgreementId agreement, Instant now) {
        return agreements.inForceAt(agreement, now);
    }
}
