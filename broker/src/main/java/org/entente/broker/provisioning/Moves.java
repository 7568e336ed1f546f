package org.entente.broker.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.offer.Catalogue;
import org.entente.broker.order.Admission;
import org.entente.broker.order.InstanceEntity;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.Instances;
import org.entente.broker.order.Orders;
import org.entente.broker.placement.Candidate;
import org.entente.broker.placement.Fit;
import org.entente.broker.placement.Verdict;
import org.entente.broker.placement.WorkloadWish;
import org.entente.broker.site.Workload;

/** Moves single instances, each in a transaction of its own with its order's row locked. */
@ApplicationScoped
class Moves {
    private final Orders orders;
    private final Instances instances;
    private final Catalogue catalogue;
    private final Admission admission;
    private final Replacement replacement;

    Moves(Orders orders, Instances instances, Catalogue catalogue, Admission admission, Replacement replacement) {
        this.orders = orders;
        this.instances = instances;
        this.catalogue = catalogue;
        this.admission = admission;
        this.replacement = replacement;
    }

    /** Makes an instance anew at the first other site of ours where it costs the same and there is room. */
    @Transactional
    void away(InstanceId id, String why) {
        InstanceEntity instance = orders.locked(instances.orderOf(id), id);
        boolean runs = instance.state() == InstanceState.ACTIVE || instance.state() == InstanceState.STARTING;
        if (!runs
                || instance.replacedBy().isPresent()
                || !instance.order().whenCutOff().mayMove()) {
            return;
        }
        List<String> refusals = new ArrayList<>();
        for (Candidate candidate : catalogue.candidates()) {
            boolean elsewhere = candidate.agreement().isEmpty()
                    && !candidate.place().equals(instance.place())
                    && candidate.technology() == instance.technology();
            if (elsewhere && moved(instance, candidate, why, refusals)) {
                return;
            }
        }
        instance.noted(Optional.of(
                why + ", but no other site takes it" + (refusals.isEmpty() ? "" : ": " + String.join("; ", refusals))));
    }

    private boolean moved(InstanceEntity instance, Candidate candidate, String why, List<String> refusals) {
        Workload wanted = instance.workload();
        Optional<Workload> there = fitting(wanted, candidate).filter(found -> costsTheSame(found, wanted));
        if (there.isEmpty()) {
            return false;
        }
        Optional<Admission.NoRoom> full = admission.capacity(candidate.place().site(), List.of(there.get()));
        full.ifPresent(none -> refusals.add(none.sentence()));
        if (full.isPresent()) {
            return false;
        }
        replacement.atOnce(
                instance,
                candidate.place(),
                there.get(),
                why + "; moved to " + candidate.place().site());
        return true;
    }

    /** Makes an instance anew where it was ordered, once that site takes orders and is rid of what ran there. */
    @Transactional
    void home(InstanceId id) {
        InstanceEntity instance = orders.locked(instances.orderOf(id), id);
        if (instance.state() != InstanceState.ACTIVE
                || instance.replacedBy().isPresent()
                || instance.homeSite().isEmpty()) {
            return;
        }
        boolean cleared = instance.order()
                .predecessorOf(instance)
                .map(old -> old.state().isOver())
                .orElse(true);
        catalogue.candidates().stream()
                .filter(candidate -> cleared
                        && candidate.agreement().isEmpty()
                        && instance.homeSite()
                                .equals(Optional.of(candidate.place().site())))
                .findFirst()
                .filter(candidate -> admission
                        .capacity(candidate.place().site(), List.of(instance.workload()))
                        .isEmpty())
                .ifPresent(candidate -> replacement.onceItRuns(instance, candidate.place(), instance.workload()));
    }

    private static Optional<Workload> fitting(Workload wanted, Candidate candidate) {
        return Fit.of(WorkloadWish.of(wanted.ordered()), candidate) instanceof Verdict.Fits fits
                ? Optional.of(fits.workload())
                : Optional.empty();
    }

    private static boolean costsTheSame(Workload one, Workload other) {
        return one.vcpu().compareTo(other.vcpu()) == 0
                && one.memoryGib().compareTo(other.memoryGib()) == 0
                && one.diskGib().compareTo(other.diskGib()) == 0
                && one.gpus() == other.gpus();
    }
}
