package org.entente.broker.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.TenantPseudonym;
import org.jspecify.annotations.Nullable;

/**
 * An order's row. Changes of state go through its methods, so that order and instances move together, and only to a state
 * that may follow.
 */
@Entity
@Table(schema = "broker", name = "customer_order")
public class OrderEntity {
    @Id
    @Column(name = "order_id")
    String id;

    String name;

    @Nullable String tenant;

    @Nullable String partner;

    @Nullable String agreement;

    @Nullable String partnerTenant;

    @Nullable String idempotencyKey;

    @Nullable UUID quote;

    @Enumerated(EnumType.STRING)
    OrderState state;

    @Nullable String reason;

    @Enumerated(EnumType.STRING)
    Completeness completeness = Completeness.ALL;

    @Enumerated(EnumType.STRING)
    WhenCutOff whenCutOff = WhenCutOff.STAY;

    Instant createdAt;
    Instant deadline;

    /** By when the partners must have answered whether they hold their parts. */
    @Nullable Instant holdsDueAt;

    /** The hash of the hold that we gave a partner for it. */
    @Nullable String hold;

    @Nullable Instant heldUntil;

    @Version
    int version;

    @OneToMany(fetch = FetchType.LAZY, mappedBy = "order")
    @OrderBy("position")
    List<InstanceEntity> instances = new ArrayList<>();

    public OrderId orderId() {
        return new OrderId(id);
    }

    public OrderState state() {
        return state;
    }

    public Instant deadline() {
        return deadline;
    }

    public List<InstanceEntity> instances() {
        return instances;
    }

    public Customer customer() {
        return tenant != null
                ? new Customer.OwnTenant(new TenantId(tenant))
                : new Customer.PartnerOperator(
                        new OperatorId(Objects.requireNonNull(partner)),
                        new AgreementId(Objects.requireNonNull(agreement)),
                        Optional.ofNullable(partnerTenant).map(TenantPseudonym::new));
    }

    public Completeness completeness() {
        return completeness;
    }

    /** Until when we hold it for the partner, or held it; absent where it was ordered without a hold. */
    public Optional<Instant> heldUntil() {
        return Optional.ofNullable(heldUntil);
    }

    /** The hold that we gave the partner for it, which its order must name. */
    public Optional<DocumentHash> hold() {
        return Optional.ofNullable(hold).map(DocumentHash::new);
    }

    /** We gave the partner this hold for it. */
    public void heldBy(DocumentHash given) {
        hold = given.value();
    }

    /** Partners were asked to hold their parts, and must have answered by then. */
    public void holding(Instant answersDueAt) {
        become(OrderState.HOLDING);
        holdsDueAt = answersDueAt;
    }

    /** We hold it for a partner. */
    public void held(Instant until) {
        become(OrderState.HELD);
        heldUntil = until;
    }

    /** The partner orders what we held for it. */
    public void takenUp(Instant startBefore, Instant now) {
        deadline = startBefore;
        starting(now);
    }

    /** Waits for partners' receipts. Our own part waits with it, unless the rest is wanted without theirs as well. */
    public void placing(Instant now) {
        become(OrderState.PLACING);
        if (completeness == Completeness.PARTIAL) {
            instances.stream()
                    .filter(instance -> !instance.onPeer && instance.state == InstanceState.PLANNED)
                    .forEach(instance -> instance.starting(now));
        }
    }

    /** Everybody accepted. Instances on our own sites become due. */
    public void starting(Instant now) {
        become(OrderState.STARTING);
        for (InstanceEntity instance : instances) {
            if (instance.state == InstanceState.PLANNED) {
                instance.starting(now);
            }
        }
    }

    /** Starts it where it waited for partners and every one of them has answered. */
    public void startOnceAllAccepted(Instant now) {
        if (state == OrderState.PLACING && instances.stream().noneMatch(InstanceEntity::isAwaited)) {
            starting(now);
        }
    }

    /** It will not be made, and what was held or accepted of it already is given back. */
    public void refused(String why, Instant now) {
        endInstances(now);
        become(OrderState.REFUSED);
        reason = why;
    }

    /** Some instances will certainly not be made: nothing of it is, or the rest goes on where that is wanted. */
    public void refusedInPart(List<InstanceEntity> parts, String why, Instant now) {
        if (state.isUndecided() && completeness == Completeness.PARTIAL) {
            parts.stream()
                    .filter(part -> part.state == InstanceState.PLANNED)
                    .forEach(part -> part.failed(why, now, null));
            refuseIfNothingIsLeft(why, now);
        } else {
            parts.stream()
                    .filter(part -> !part.state.isOver() && part.startedAt == null)
                    .forEach(part -> part.ended(now));
            if (state.isUndecided()) {
                refused(why, now);
            }
        }
    }

    /** Partners did not answer in time: nothing of it is made, or the rest goes on where that is wanted. */
    public void overdue(String why, Instant now) {
        if (completeness == Completeness.ALL) {
            refused(why, now);
            return;
        }
        instances.stream().filter(InstanceEntity::isAwaited).forEach(part -> part.stop(why, now));
        refuseIfNothingIsLeft(why, now);
    }

    private void refuseIfNothingIsLeft(String why, Instant now) {
        boolean nothingIsLeft = instances.stream()
                .allMatch(instance -> instance.startedAt == null
                        && (instance.state.isOver() || instance.state == InstanceState.ENDING));
        if (nothingIsLeft) {
            refused(why, now);
        }
    }

    /** The customer gave it back. */
    public void giveBack(Instant now) {
        if (state == OrderState.ENDING || state == OrderState.ENDED || state == OrderState.REFUSED) {
            return;
        }
        endInstances(now);
        become(OrderState.ENDING);
        follow();
    }

    private void endInstances(Instant now) {
        boolean partnersWereAsked = state != OrderState.REQUESTED;
        instances.forEach(instance -> instance.ending(now, partnersWereAsked));
    }

    /** What may happen to its instances at a site of ours that is cut off; a partner's always stay. */
    public WhenCutOff whenCutOff() {
        return whenCutOff;
    }

    /** Another instance takes the place of one, once it runs or at once. */
    public InstanceEntity instead(InstanceEntity old, PlannedInstance planned, OperatorId self, StartTimes times) {
        InstanceEntity fresh = InstanceEntity.instead(old, planned, self, times.startBy());
        instances.add(fresh);
        fresh.starting(times.now());
        return fresh;
    }

    /** The instance whose place this one takes, or shall take. */
    public Optional<InstanceEntity> predecessorOf(InstanceEntity other) {
        return Succession.predecessor(other, instances);
    }

    /** Brings the order's state in line with its instances'. */
    public void follow() {
        boolean allOver = instances.stream().allMatch(instance -> instance.state.isOver());
        switch (state) {
            case REQUESTED, HOLDING, PLACING, ENDED, REFUSED -> {}
            case HELD -> {
                if (allOver) {
                    become(OrderState.REFUSED);
                    reason = partner + " gave it back before it ordered it";
                }
            }
            case ENDING -> {
                if (allOver) {
                    become(OrderState.ENDED);
                }
            }
            case STARTING, ACTIVE, DEGRADED -> followRunning(allOver);
        }
    }

    private void followRunning(boolean allOver) {
        Optional<InstanceEntity> lost =
                instances.stream().filter(InstanceEntity::isLost).findFirst();
        if (lost.isPresent()) {
            moveTo(OrderState.DEGRADED);
            reason = lost.map(
                            instance -> instance.name + ": " + instance.reason().orElse("no reason is known"))
                    .orElseThrow();
        } else if (allOver) {
            become(OrderState.ENDED);
        } else if (instances.stream()
                .filter(instance -> !instance.state.isOver()
                        && !instance.isReplaced()
                        && !Succession.isReturning(instance, instances))
                .allMatch(instance -> instance.state == InstanceState.ACTIVE)) {
            moveTo(OrderState.ACTIVE);
        }
    }

    private void moveTo(OrderState next) {
        if (state != next) {
            become(next);
        }
    }

    private void become(OrderState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("Order " + id + " is " + state + " and cannot become " + next);
        }
        state = next;
    }
}
