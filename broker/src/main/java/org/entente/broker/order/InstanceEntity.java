package org.entente.broker.order;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Workload;
import org.entente.broker.site.WorkloadColumns;
import org.jspecify.annotations.Nullable;

/** An instance's row. It offers only the legal next states. */
@Entity
@Table(schema = "broker", name = "instance")
public class InstanceEntity {
    @Id
    String instance;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "order_id")
    OrderEntity order;

    int position;
    String name;
    String operator;
    String site;

    @Nullable String agreement;

    boolean onPeer;

    @Enumerated(EnumType.STRING)
    Technology technology;

    @Embedded
    WorkloadColumns workload;

    @Enumerated(EnumType.STRING)
    InstanceState state;

    @Nullable String reason;

    /** Why we stopped it without being asked to, if we did. */
    @Nullable String stoppedBecause;

    /** The hash of the hold that its host gave for it. */
    @Nullable String hold;

    /** When it was ordered from its host. */
    @Nullable Instant orderedAt;

    @Nullable String address;

    @Nullable Instant startedAt;

    @Nullable Instant seenAt;

    @Nullable Instant endedAt;

    @Nullable Instant dueAt;

    int attempts;

    /** The instance that took its place, or shall once it runs. */
    @Nullable String replacedBy;

    /** Where it was ordered, if it was moved away from there. */
    @Nullable String homeSite;

    /** Until when it may take to start, where that is not its order's deadline. */
    @Nullable Instant startBy;

    @Version
    int version;

    static InstanceEntity planned(OrderEntity order, int position, PlannedInstance planned, OperatorId self) {
        InstanceEntity entity = new InstanceEntity();
        entity.instance = planned.instance().value();
        entity.order = order;
        entity.position = position;
        entity.name = planned.name();
        entity.operator = planned.place().operator().value();
        entity.site = planned.place().site().value();
        entity.agreement = planned.agreement().map(AgreementId::value).orElse(null);
        entity.onPeer = !planned.place().operator().equals(self);
        entity.technology = planned.technology();
        entity.workload = WorkloadColumns.of(planned.workload());
        entity.state = InstanceState.PLANNED;
        return entity;
    }

    /** One that takes the place of another, at a site of ours. */
    static InstanceEntity instead(InstanceEntity old, PlannedInstance planned, OperatorId self, Instant startBy) {
        InstanceEntity entity = planned(old.order, old.order.instances.size(), planned, self);
        String home = old.homeSite == null ? old.site : old.homeSite;
        entity.homeSite = home.equals(entity.site) ? null : home;
        entity.startBy = startBy;
        old.replacedBy = entity.instance;
        return entity;
    }

    public InstanceId instanceId() {
        return new InstanceId(instance);
    }

    /** What its customer calls it. */
    public String name() {
        return name;
    }

    public OrderEntity order() {
        return order;
    }

    public Place place() {
        return new Place(new OperatorId(operator), new SiteId(site));
    }

    public Optional<AgreementId> agreement() {
        return Optional.ofNullable(agreement).map(AgreementId::new);
    }

    public boolean isOnPeer() {
        return onPeer;
    }

    public Technology technology() {
        return technology;
    }

    public Workload workload() {
        return workload.workload();
    }

    public InstanceState state() {
        return state;
    }

    public Optional<Instant> startedAt() {
        return Optional.ofNullable(startedAt);
    }

    public Optional<Instant> seenAt() {
        return Optional.ofNullable(seenAt);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    public Optional<String> address() {
        return Optional.ofNullable(address);
    }

    public Optional<String> reason() {
        return Optional.ofNullable(reason).or(() -> Optional.ofNullable(stoppedBecause));
    }

    /** Until when it may take to start. */
    public Instant deadline() {
        return startBy == null ? order.deadline : startBy;
    }

    /** Where it was ordered, if it was moved away from there. */
    public Optional<SiteId> homeSite() {
        return Optional.ofNullable(homeSite).map(SiteId::new);
    }

    /** The instance that took its place, or shall once it runs. */
    public Optional<InstanceId> replacedBy() {
        return Optional.ofNullable(replacedBy).map(InstanceId::new);
    }

    /** Whether another one stands for it in its order, or will as soon as that runs. */
    boolean isReplaced() {
        return replacedBy != null && state != InstanceState.ACTIVE;
    }

    public int attempts() {
        return attempts;
    }

    public OrderedInstance ordered() {
        return new OrderedInstance(instanceId(), name, new SiteId(site), workload.ordered());
    }

    /** Its host holds a place for it. */
    public void held(DocumentHash given) {
        hold = given.value();
    }

    /** The hold that its host gave for it. */
    public Optional<DocumentHash> hold() {
        return Optional.ofNullable(hold).map(DocumentHash::new);
    }

    /** It was ordered from its host. */
    public void orderedFromHost(Instant now) {
        orderedAt = now;
    }

    /** Whether its host was ever asked to make it, rather than only to hold a place for it. */
    public boolean isOrdered() {
        return orderedAt != null;
    }

    /** Whether its host still owes an answer: to hold it while the order is being held, else to make it. */
    public boolean isAwaited() {
        return onPeer && state == InstanceState.PLANNED && (order.state != OrderState.HOLDING || hold == null);
    }

    /** Whether the customer wants it and will not have it. */
    boolean isLost() {
        return state == InstanceState.FAILED || (onPeer && stoppedBecause != null);
    }

    void starting(Instant now) {
        state = InstanceState.STARTING;
        dueAt = onPeer ? null : now;
    }

    /** It runs since then. Its next look is due later. */
    public void active(Instant since, Optional<String> reachedAt, @Nullable Instant nextLook) {
        state = InstanceState.ACTIVE;
        startedAt = since;
        seenAt = since;
        address = reachedAt.orElse(null);
        reason = null;
        attempts = 0;
        dueAt = nextLook;
    }

    /** It shall end. One that nobody was ever asked to make ends at once. */
    void ending(Instant now, boolean partnerWasAsked) {
        if (state.isOver() || state == InstanceState.ENDING) {
            return;
        }
        boolean neverAsked = state == InstanceState.PLANNED && !(onPeer && partnerWasAsked);
        state = neverAsked ? InstanceState.ENDED : InstanceState.ENDING;
        attempts = 0;
        dueAt = neverAsked ? null : now;
    }

    /** Another takes its place: it stopped to count then, and its site is rid of it as soon as that can be reached. */
    public void replaced(String why, Instant until, Instant now) {
        state = InstanceState.ENDING;
        reason = why;
        endedAt = startedAt == null ? null : until;
        attempts = 0;
        dueAt = now;
    }

    /** What should take its place did not come to run: it stays. */
    public void stays(String why) {
        replacedBy = null;
        reason = why;
    }

    /** It never came to run, and another goes on in its place: its site is to be rid of it. */
    public void givenUp(String why, Instant now) {
        state = InstanceState.ENDING;
        reason = why;
        attempts = 0;
        dueAt = now;
    }

    /** Its customer gives it back. */
    public void giveBack(Instant now) {
        ending(now, true);
    }

    /** It shall end although nobody gave it back: its agreement is over, or its host did not answer in time. */
    public void stop(String why, Instant now) {
        stoppedBecause = why;
        ending(now, true);
    }

    /** The partner accepted it; its notices tell how it goes on. */
    public void accepted(Instant now) {
        if (state == InstanceState.PLANNED) {
            starting(now);
        }
    }

    /** The partner was asked to end it. */
    public void released() {
        dueAt = null;
    }

    /** It was seen running, so its use counts until then. Returns whether a reason to worry went away. */
    public boolean seen(Instant at, Instant nextLook) {
        boolean better = reason != null;
        seenAt = at;
        reason = null;
        attempts = 0;
        dueAt = nextLook;
        return better;
    }

    /** The next look at it is due later; nothing else was learnt. */
    public void lookedAt(Instant nextLook) {
        dueAt = nextLook;
    }

    /** Nothing is due for it any more. */
    public void settled() {
        dueAt = null;
    }

    /** What its host said of why it is not as it should be, or that nothing is wrong with it. */
    public void noted(Optional<String> why) {
        reason = why.orElse(null);
    }

    /** It began to run when it had been given back already. */
    public void startedWhileEnding(Instant since) {
        startedAt = since;
    }

    public void ended(Instant at) {
        state = InstanceState.ENDED;
        reason = replacedBy == null ? null : reason;
        endedAt = startedAt == null || endedAt != null ? endedAt : at;
        dueAt = null;
    }

    /** It failed, and stopped to count then if it ever counted. What is left of it at our site is cleaned up when due. */
    public void failed(String why, Instant at, @Nullable Instant cleanUpAt) {
        state = InstanceState.FAILED;
        reason = why;
        endedAt = startedAt == null ? null : at;
        attempts = 0;
        dueAt = cleanUpAt;
    }

    /** Nothing is left of it at the site. */
    public void cleanedUp() {
        dueAt = null;
    }

    /** It is as it was; the next look is due later, for this reason if there is one. Returns whether the reason is new. */
    public boolean waits(@Nullable String why, Instant nextLook) {
        boolean another = !Objects.equals(reason, why);
        reason = why;
        dueAt = nextLook;
        return another;
    }
}
