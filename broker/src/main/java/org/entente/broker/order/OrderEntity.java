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
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.TenantId;
import org.entente.agreements.language.TenantPseudonym;
import org.jspecify.annotations.Nullable;

/** An order's row. Changes of state go through its methods, so that order and instances move together. */
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
    WhenCutOff whenCutOff = WhenCutOff.STAY;

    Instant createdAt;
    Instant deadline;

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

    /** Waits for partners' receipts. */
    public void placing() {
        state = OrderState.PLACING;
    }

    /** Everybody accepted. Instances on our own sites become due. */
    public void starting(Instant now) {
        state = OrderState.STARTING;
        for (InstanceEntity instance : instances) {
            if (instance.state == InstanceState.PLANNED) {
                instance.starting(now);
            }
        }
    }

    /** Starts it where it waited for partners and every one of them has taken its part. */
    public void startOnceAllAccepted(Instant now) {
        boolean oneIsSilent =
                instances.stream().anyMatch(instance -> instance.onPeer && instance.state == InstanceState.PLANNED);
        if (state == OrderState.PLACING && !oneIsSilent) {
            starting(now);
        }
    }

    /** It will not be made, and what was accepted of it already is given back. */
    public void refused(String why, Instant now) {
        endInstances(now);
        state = OrderState.REFUSED;
        reason = why;
    }

    /** The customer gave it back. */
    public void giveBack(Instant now) {
        if (state == OrderState.ENDING || state == OrderState.ENDED || state == OrderState.REFUSED) {
            return;
        }
        endInstances(now);
        state = OrderState.ENDING;
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

    /**
     * When a replacement is made.
     *
     * @param startBy until when it may take to start
     */
    public record StartTimes(Instant now, Instant startBy) {}

    /** The instance whose place this one takes, or shall take. */
    public Optional<InstanceEntity> predecessorOf(InstanceEntity other) {
        return instances.stream()
                .filter(instance -> other.instance.equals(instance.replacedBy))
                .findFirst();
    }

    /** Brings the order's state in line with its instances'. */
    public void follow() {
        if (state == OrderState.REFUSED
                || state == OrderState.REQUESTED
                || state == OrderState.PLACING
                || state == OrderState.ENDED) {
            return;
        }
        boolean allOver = instances.stream().allMatch(instance -> instance.state.isOver());
        boolean anyFailed = instances.stream().anyMatch(instance -> instance.state == InstanceState.FAILED);
        boolean allLeftActive = instances.stream()
                .filter(instance -> !instance.state.isOver() && !instance.isReplaced() && !isReturning(instance))
                .allMatch(instance -> instance.state == InstanceState.ACTIVE);
        if (allOver && (state == OrderState.ENDING || !anyFailed)) {
            state = OrderState.ENDED;
        } else if (state == OrderState.ENDING) {
            return;
        } else if (anyFailed) {
            state = OrderState.DEGRADED;
            reason = instances.stream()
                    .filter(instance -> instance.state == InstanceState.FAILED)
                    .map(instance -> instance.name + ": " + instance.reason)
                    .findFirst()
                    .orElseThrow();
        } else if (allLeftActive) {
            state = OrderState.ACTIVE;
        }
    }

    /** One that is to take the place of another which still runs adds nothing yet, and lacks nothing. */
    private boolean isReturning(InstanceEntity instance) {
        return predecessorOf(instance)
                .filter(old -> old.state == InstanceState.ACTIVE)
                .isPresent();
    }
}
