package org.entente.broker.order;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.TenantPseudonym;

/** The stored instances. Every method runs in the caller's transaction. */
@ApplicationScoped
public class Instances implements PanacheRepositoryBase<InstanceEntity, String> {
    private static final String DUE_PLACES = """
            select i.operator, i.site from broker.instance i where i.due_at <= :now
            group by i.operator, i.site order by min(i.due_at)""";
    private static final String DUE = """
            select i.* from broker.instance i
            where i.due_at <= :now and i.operator = :operator and i.site = :site
            order by i.due_at limit :most for update skip locked""";
    private static final String LIVE = "state not in (org.entente.broker.order.InstanceState.ENDED,"
            + " org.entente.broker.order.InstanceState.FAILED)";

    private static final String HELD = "select new org.entente.broker.order.HeldAtSite(i.site, count(i),"
            + " sum(i.workload.vcpu), sum(i.workload.memoryGib), sum(i.workload.diskGib), sum(i.workload.gpus))"
            + " from InstanceEntity i where i.onPeer = false and i.order.state <> :requested and i." + LIVE
            + " group by i.site";

    /** The places with instances that are due for a look, the one that waits longest first. */
    public List<Place> duePlaces(Instant now) {
        List<?> rows = getEntityManager()
                .createNativeQuery(DUE_PLACES, Object[].class)
                .setParameter("now", now)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Place(new OperatorId((String) row[0]), new SiteId((String) row[1])))
                .toList();
    }

    /** Instances at a place that are due for a look, leased to the caller. */
    public List<InstanceEntity> claimDue(Place place, Instant now, Instant leaseEnds, int most) {
        List<?> rows = getEntityManager()
                .createNativeQuery(DUE, InstanceEntity.class)
                .setParameter("now", now)
                .setParameter("operator", place.operator().value())
                .setParameter("site", place.site().value())
                .setParameter("most", most)
                .getResultList();
        List<InstanceEntity> due = rows.stream().map(InstanceEntity.class::cast).toList();
        // Not through the entities: a lease is no change that the instance's version should count.
        update(
                "dueAt = ?1, attempts = attempts + 1 where instance in ?2",
                leaseEnds,
                due.stream().map(instance -> instance.instance).toList());
        return due;
    }

    /** The order that an instance belongs to, without loading either. */
    public OrderId orderOf(InstanceId instance) {
        return new OrderId(getEntityManager()
                .createQuery("select i.order.id from InstanceEntity i where i.instance = :instance", String.class)
                .setParameter("instance", instance.value())
                .getSingleResult());
    }

    /** The agreements under which partners' instances run here that nobody has asked to end. */
    public List<AgreementId> agreementsAtWork() {
        return getEntityManager()
                .createQuery(
                        "select distinct i.agreement from InstanceEntity i where i.agreement is not null"
                                + " and i.onPeer = false and i.state <> org.entente.broker.order.InstanceState.ENDING"
                                + " and i." + LIVE,
                        String.class)
                .getResultStream()
                .map(AgreementId::new)
                .toList();
    }

    /** What is held under an agreement now. */
    public List<InstanceEntity> liveUnder(AgreementId agreement) {
        return list("agreement = ?1 and onPeer = false and " + LIVE, agreement.value());
    }

    /** What is held under an agreement for one of the partner's tenants now. */
    public List<InstanceEntity> liveUnder(AgreementId agreement, TenantPseudonym tenant) {
        return list(
                "agreement = ?1 and order.partnerTenant = ?2 and onPeer = false and " + LIVE,
                agreement.value(),
                tenant.value());
    }

    /** Keeps other orders under an agreement waiting until the transaction ends. */
    public void lock(AgreementId agreement) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:agreement, 0))")
                .setParameter("agreement", "broker/" + agreement.value())
                .getSingleResult();
    }

    /** How much is held at each site of ours. An order that was not placed yet holds nothing. */
    List<HeldAtSite> held() {
        return getEntityManager()
                .createQuery(HELD, HeldAtSite.class)
                .setParameter("requested", OrderState.REQUESTED)
                .getResultList();
    }

    /** Every instance at a site of ours that waits for a later look is due now. */
    public void dueAtOnce(SiteId site, Instant now) {
        update("dueAt = ?1 where site = ?2 and onPeer = false and dueAt > ?1", now, site.value());
    }

    /** An instance that runs at a site of ours and waits for a later look is due now; all others are looked at soon anyway. */
    public void dueAtOnce(InstanceId instance, Instant now) {
        update(
                "dueAt = ?1 where instance = ?2 and onPeer = false and state = ?3 and dueAt > ?1",
                now,
                instance.value(),
                InstanceState.ACTIVE);
    }

    /** Tenants' instances at a site of ours that may be moved away from it. */
    public List<InstanceEntity> movable(SiteId site, int most) {
        return find(
                        "from InstanceEntity i where i.site = ?1 and i.onPeer = false and i.replacedBy is null"
                                + " and i.state in (?2, ?3) and i.order.tenant is not null and i.order.whenCutOff <> ?4"
                                + " order by i.instance",
                        site.value(),
                        InstanceState.STARTING,
                        InstanceState.ACTIVE,
                        WhenCutOff.STAY)
                .range(0, most - 1)
                .list();
    }

    /** Instances that were moved and run, and want to go back to where they were ordered. */
    public List<InstanceEntity> awayFromHome(int most) {
        return find(
                        "from InstanceEntity i where i.homeSite is not null and i.state = ?1 and i.replacedBy is null"
                                + " and i.order.whenCutOff = ?2 order by i.instance",
                        InstanceState.ACTIVE,
                        WhenCutOff.MOVE_AND_RETURN)
                .range(0, most - 1)
                .list();
    }

    /** What is held on a site of ours now. An order that was not placed yet holds nothing. */
    public List<InstanceEntity> liveAt(SiteId site) {
        return list(
                "from InstanceEntity i where i.site = ?1 and i.onPeer = false and i.order.state <> ?2 and i." + LIVE,
                site.value(),
                OrderState.REQUESTED);
    }
}
