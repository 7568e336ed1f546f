package org.entente.broker.order;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.entente.agreements.exchange.Deliveries;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.TenantId;
import org.entente.broker.Peers;
import org.entente.broker.offer.Prices;
import org.entente.broker.quote.GivenQuotes;
import org.entente.broker.quote.QuotedInstance;
import org.entente.broker.site.FakeSite;
import org.entente.broker.site.Workload;

/** Orders of the tenant Acme, and how they and partners' orders stand. */
@ApplicationScoped
public class Deployments {
    public static final TenantId ACME = new TenantId("acme");

    private final TenantOrders tenantOrders;
    private final Orders orders;
    private final GivenQuotes quotes;
    private final Prices prices;
    private final Deliveries deliveries;
    private final InstantSource clock;

    Deployments(
            TenantOrders tenantOrders,
            Orders orders,
            GivenQuotes quotes,
            Prices prices,
            Deliveries deliveries,
            InstantSource clock) {
        this.tenantOrders = tenantOrders;
        this.orders = orders;
        this.quotes = quotes;
        this.prices = prices;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** Acme orders one small machine at each of these places, called {@code vm-0}, {@code vm-1} and so on. */
    public OrderId order(Place... places) {
        return order(Completeness.ALL, places);
    }

    /** The same, as a whole only or also in part. */
    public OrderId order(Completeness wanted, Place... places) {
        return new OrderId(tenantOrders
                .place(
                        ACME,
                        UUID.randomUUID().toString(),
                        new OrderResource.PlaceRequest(
                                "web", quote(ACME, places), Optional.of(wanted), Optional.empty()))
                .order());
    }

    /** The same, with what may happen to them where their site is cut off. */
    public OrderId order(WhenCutOff policy, Place... places) {
        return new OrderId(tenantOrders
                .place(
                        ACME,
                        UUID.randomUUID().toString(),
                        new OrderResource.PlaceRequest(
                                "web", quote(ACME, places), Optional.empty(), Optional.of(policy)))
                .order());
    }

    public UUID quote(TenantId tenant, Place... places) {
        List<QuotedInstance> instances = new ArrayList<>();
        for (Place place : places) {
            instances.add(new QuotedInstance(
                    "vm-" + instances.size(), place, agreement(place), Technology.OPENSTACK, machine()));
        }
        return quotes.to(tenant, instances);
    }

    public void giveBack(OrderId order) {
        QuarkusTransaction.requiringNew()
                .run(() -> orders.lock(order).orElseThrow().giveBack(clock.instant()));
    }

    public OrderState state(OrderId order) {
        return read(order, OrderEntity::state);
    }

    /** The states of an order's instances, by their positions. */
    public List<InstanceState> states(OrderId order) {
        return read(
                order,
                found -> found.instances().stream().map(InstanceEntity::state).toList());
    }

    public List<InstanceId> instances(OrderId order) {
        return read(
                order,
                found -> found.instances().stream()
                        .map(InstanceEntity::instanceId)
                        .toList());
    }

    public DeploymentView view(OrderId order) {
        return read(
                order, found -> DeploymentView.of(found, new Reasons(deliveries.waiting()), prices, clock.instant()));
    }

    public Optional<String> reason(OrderId order, int position) {
        return view(order).instances().get(position).reason();
    }

    private <T> T read(OrderId order, Function<OrderEntity, T> question) {
        return QuarkusTransaction.requiringNew()
                .call(() ->
                        question.apply(orders.findByIdOptional(order.value()).orElseThrow()));
    }

    private static Optional<AgreementId> agreement(Place place) {
        return place.operator().equals(Peers.ALBA)
                ? Optional.empty()
                : Optional.of(new AgreementId(Peers.ALBA + "-at-" + place.operator()));
    }

    private static Workload machine() {
        return new Workload.VirtualMachine(
                FakeSite.IMAGE, FakeSite.FLAVOUR, BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("20"));
    }
}
