package org.entente.broker.peering;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.Booking;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.partner.OperatorConfig;
import org.entente.broker.offer.Catalogue;
import org.entente.broker.order.Admission;
import org.entente.broker.order.Instances;
import org.entente.broker.order.Orders;
import org.entente.broker.order.PlannedInstance;
import org.entente.broker.placement.Candidate;
import org.entente.broker.placement.Fit;
import org.entente.broker.placement.Verdict;
import org.entente.broker.placement.WorkloadWish;
import org.entente.broker.site.Workload;

/** Checks what a partner orders or asks us to hold against the agreement, our sites and what is held already. */
@ApplicationScoped
public class PartnerOrderCheck {
    private final Catalogue catalogue;
    private final Admission admission;
    private final Orders orders;
    private final Instances instances;
    private final OperatorConfig self;
    private final InstantSource clock;

    PartnerOrderCheck(
            Catalogue catalogue,
            Admission admission,
            Orders orders,
            Instances instances,
            OperatorConfig self,
            InstantSource clock) {
        this.catalogue = catalogue;
        this.admission = admission;
        this.orders = orders;
        this.instances = instances;
        this.self = self;
        this.clock = clock;
    }

    /** What became of the check. */
    sealed interface Checked {
        record Accepted(List<PlannedInstance> instances) implements Checked {}

        record Refused(String code, String sentence) implements Checked {}
    }

    Checked of(Booking order, SignedAgreement agreement) {
        return terms(order, agreement).orElseGet(() -> placed(order, agreement));
    }

    private Optional<Checked> terms(Booking order, SignedAgreement agreement) {
        return TermsCheck.refusal(order, agreement.terms(), clock.instant())
                .or(() -> existing(order))
                .or(() -> admission.credit(agreement.terms()))
                .map(none -> new Checked.Refused(none.code(), none.sentence()));
    }

    private Optional<Admission.NoRoom> existing(Booking order) {
        if (orders.findByIdOptional(order.order().value()).isPresent()) {
            return refused("ORDER_EXISTS", "There is an order " + order.order() + " already");
        }
        return order.instances().stream()
                .map(instance -> instance.instance().value())
                .filter(id -> instances.findByIdOptional(id).isPresent())
                .findFirst()
                .flatMap(id -> refused("INSTANCE_EXISTS", "There is an instance " + id + " already"));
    }

    private Checked placed(Booking order, SignedAgreement agreement) {
        List<PlannedInstance> planned = new ArrayList<>();
        Map<SiteId, List<Workload>> bySite = new TreeMap<>();
        for (OrderedInstance instance : order.instances()) {
            Optional<Candidate> candidate = catalogue.at(new Place(self.operator(), instance.site()));
            if (candidate.isEmpty()) {
                return new Checked.Refused("SITE_NOT_AVAILABLE", instance.site() + " is not available now");
            }
            Optional<Admission.NoRoom> abroad = TermsCheck.residency(
                    agreement.terms(), instance.site(), candidate.get().country());
            if (abroad.isPresent()) {
                return new Checked.Refused(abroad.get().code(), abroad.get().sentence());
            }
            switch (Fit.of(WorkloadWish.of(instance.workload()), candidate.get())) {
                case Verdict.DoesNotFit refused -> {
                    return new Checked.Refused(
                            refused.objections().getFirst().reason().name(), refused.sentence());
                }
                case Verdict.Fits(Workload workload, var notTold) -> {
                    planned.add(planned(instance, candidate.get(), agreement, workload));
                    bySite.computeIfAbsent(instance.site(), site -> new ArrayList<>())
                            .add(workload);
                }
            }
        }
        return room(order, agreement, bySite, planned)
                .<Checked>map(none -> new Checked.Refused(none.code(), none.sentence()))
                .orElseGet(() -> new Checked.Accepted(planned));
    }

    private Optional<Admission.NoRoom> room(
            Booking order,
            SignedAgreement agreement,
            Map<SiteId, List<Workload>> bySite,
            List<PlannedInstance> planned) {
        // Sites are locked in the order of their ids, so that two orders never wait for each other.
        for (Map.Entry<SiteId, List<Workload>> site : bySite.entrySet()) {
            Optional<Admission.NoRoom> full = admission.capacity(site.getKey(), site.getValue());
            if (full.isPresent()) {
                return full;
            }
        }
        return admission.quota(
                agreement.terms(),
                order.tenant(),
                planned.stream().map(PlannedInstance::workload).toList());
    }

    private PlannedInstance planned(
            OrderedInstance instance, Candidate candidate, SignedAgreement agreement, Workload workload) {
        return new PlannedInstance(
                instance.instance(),
                instance.name(),
                candidate.place(),
                candidate.technology(),
                Optional.of(agreement.terms().agreement()),
                workload);
    }

    private static Optional<Admission.NoRoom> refused(String code, String sentence) {
        return Optional.of(new Admission.NoRoom(code, sentence));
    }
}
