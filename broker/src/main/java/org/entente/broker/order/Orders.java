package org.entente.broker.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.TenantId;

/** The stored orders. Every method runs in the caller's transaction. */
@ApplicationScoped
public class Orders implements PanacheRepositoryBase<OrderEntity, String> {
    private static final String REQUESTED = """
            select o.* from broker.customer_order o where o.state = 'REQUESTED'
            order by o.created_at limit 1 for update skip locked""";

    private static final String OVERDUE = """
            select o.* from broker.customer_order o where o.state = 'PLACING' and o.deadline <= :now
            order by o.deadline limit 1 for update skip locked""";

    private static final String HOLDS_OVERDUE = """
            select o.* from broker.customer_order o where o.state = 'HOLDING' and o.holds_due_at <= :now
            order by o.holds_due_at limit 1 for update skip locked""";

    private static final String HOLD_EXPIRED = """
            select o.* from broker.customer_order o where o.state = 'HELD' and o.held_until <= :now
            order by o.held_until limit 1 for update skip locked""";

    private final Event<OrderInHand> inHand;

    Orders(Event<OrderInHand> inHand) {
        this.inHand = inHand;
    }

    /** The next order that waits for its placement, locked until the transaction ends. */
    public Optional<OrderEntity> lockRequested() {
        List<?> requested = getEntityManager()
                .createNativeQuery(REQUESTED, OrderEntity.class)
                .getResultList();
        requested.forEach(found -> inHand.fire(new OrderInHand()));
        return requested.stream().findFirst().map(OrderEntity.class::cast);
    }

    /** Stores an order with its instances. */
    void add(OrderEntity order) {
        persistAndFlush(order);
        inHand.fire(new OrderInHand());
    }

    /** The next order whose partners did not answer in time, locked until the transaction ends. */
    public Optional<OrderEntity> lockOverdue(Instant now) {
        return lockDue(OVERDUE, now);
    }

    /** The next order whose partners did not all hold their parts in time, locked until the transaction ends. */
    public Optional<OrderEntity> lockHoldsOverdue(Instant now) {
        return lockDue(HOLDS_OVERDUE, now);
    }

    /** The next order that we held for a partner until now, locked until the transaction ends. */
    public Optional<OrderEntity> lockHoldExpired(Instant now) {
        return lockDue(HOLD_EXPIRED, now);
    }

    private Optional<OrderEntity> lockDue(String query, Instant now) {
        List<?> due = getEntityManager()
                .createNativeQuery(query, OrderEntity.class)
                .setParameter("now", now)
                .getResultList();
        due.forEach(found -> inHand.fire(new OrderInHand()));
        return due.stream().findFirst().map(OrderEntity.class::cast);
    }

    /** How many orders we hold for the partner of an agreement. Exact while {@link Instances#lock} is held. */
    public long held(AgreementId agreement) {
        return count("agreement = ?1 and state = ?2", agreement.value(), OrderState.HELD);
    }

    /** The order that one of these documents is our hold for. It is not loaded, so that it can still be locked afresh. */
    public Optional<OrderId> heldBy(List<DocumentHash> documents) {
        return getEntityManager()
                .createQuery("select o.id from OrderEntity o where o.hold in :holds", String.class)
                .setParameter(
                        "holds", documents.stream().map(DocumentHash::value).toList())
                .getResultStream()
                .findFirst()
                .map(OrderId::new);
    }

    /** The order, locked until the transaction ends. */
    public Optional<OrderEntity> lock(OrderId order) {
        Optional<OrderEntity> locked = findByIdOptional(order.value(), LockModeType.PESSIMISTIC_WRITE);
        locked.ifPresent(found -> inHand.fire(new OrderInHand()));
        return locked;
    }

    /** One instance of an order, which is locked until the transaction ends, so that two changes of one order take turns. */
    public InstanceEntity locked(OrderId order, InstanceId instance) {
        return lock(order).orElseThrow().instances().stream()
                .filter(one -> one.instanceId().equals(instance))
                .findFirst()
                .orElseThrow();
    }

    Optional<OrderEntity> find(TenantId tenant, String idempotencyKey) {
        return find("tenant = ?1 and idempotencyKey = ?2", tenant.value(), idempotencyKey)
                .firstResultOptional();
    }

    List<OrderEntity> page(Optional<TenantId> tenant, int page, int size) {
        Sort newestFirst = Sort.descending("createdAt").and("id");
        return (tenant.isPresent() ? find("tenant", newestFirst, tenant.get().value()) : findAll(newestFirst))
                .page(Page.of(page, size))
                .list();
    }

    long count(Optional<TenantId> tenant) {
        return tenant.map(one -> count("tenant", one.value())).orElseGet(this::count);
    }
}
