package org.entente.broker.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.LYON;
import static org.entente.broker.Federation.PARIS;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Hold;
import org.entente.agreements.document.HoldRequest;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.terms.Quota;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.OrderState;
import org.entente.broker.peering.BorealOrders;
import org.entente.broker.site.FakeSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many at once: nothing is sold twice, and no two workers do the same work. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ConcurrencyTest {
    private static final int THREADS = 16;

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    BorealOrders boreal;

    @Inject
    Work work;

    @Inject
    MovableClock clock;

    @BeforeEach
    void begin() {
        federation.begin();
    }

    @RepeatedTest(5)
    void partnersOrdersNeverExceedTheQuotaOverAllSites() throws Exception {
        federation.connect(PARIS);
        federation.connect(LYON);
        federation.hosts(new Quota(10, BigDecimal.valueOf(100), BigDecimal.valueOf(100)));
        List<Callable<DocumentBody>> orders = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            SiteId site = number % 2 == 0 ? PARIS : LYON;
            orders.add(() -> boreal.handIn(boreal.of(site)));
        }

        assertThat(all(orders)).filteredOn(Receipt.class::isInstance).hasSize(10);
    }

    @RepeatedTest(5)
    void ofAHundredHoldsForTheLastTenPlacesExactlyTenAreGiven() throws Exception {
        federation.connect(PARIS);
        federation.connect(LYON);
        federation.hosts(new Quota(13, BigDecimal.valueOf(100), BigDecimal.valueOf(100)));
        assertThat(boreal.handIn(boreal.of(PARIS, LYON, PARIS))).isInstanceOf(Receipt.class);
        List<Callable<DocumentBody>> requests = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            SiteId site = number % 2 == 0 ? PARIS : LYON;
            requests.add(() -> boreal.ask(boreal.toHold(site)).body());
        }

        List<DocumentBody> answers = all(requests);

        assertThat(answers).filteredOn(Hold.class::isInstance).hasSize(10);
        assertThat(answers)
                .filteredOn(Refusal.class::isInstance)
                .hasSize(90)
                .allSatisfy(refusal -> assertThat(((Refusal) refusal).code()).isEqualTo("QUOTA_INSTANCES"));
    }

    @Test
    void anOrderAndTheEndOfItsHoldTakeTurns() throws Exception {
        federation.connect(PARIS);
        List<Callable<Boolean>> both = new ArrayList<>();
        List<OrderId> held = new ArrayList<>();
        HoldRequest last = boreal.toHold(PARIS);
        for (int number = 0; number < 20; number++) {
            HoldRequest request = boreal.toHold(PARIS);
            DocumentHash hold = boreal.ask(request).hash();
            held.add(request.order());
            both.add(() -> boreal.handIn(boreal.of(request), hold) instanceof Receipt);
            both.add(() -> {
                work.placing(new SameThread()).tick();
                return false;
            });
        }
        clock.moveTo(last.until());

        assertThat(all(both)).as("all came too late").doesNotContain(true);
        work.run();

        assertThat(held)
                .allSatisfy(order -> assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED));
    }

    @RepeatedTest(5)
    void tenantsAndPartnersTogetherNeverExceedTheSite() throws Exception {
        federation.connect(PARIS, 10);
        List<Callable<Boolean>> taken = new ArrayList<>();
        List<OrderId> ours = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            ours.add(deployments.order(AT_PARIS));
            taken.add(() -> boreal.handIn(boreal.of(PARIS)) instanceof Receipt);
        }
        for (int worker = 0; worker < 4; worker++) {
            taken.add(() -> {
                work.placing(new SameThread()).tick();
                return false;
            });
        }

        long partners = all(taken).stream().filter(Boolean::booleanValue).count();

        long tenants = ours.stream()
                .filter(order -> deployments.state(order) == OrderState.STARTING)
                .count();
        assertThat(partners + tenants).isEqualTo(10);
    }

    @RepeatedTest(3)
    void ofAHundredOrdersForTheLastTenPlacesExactlyTenSucceed() throws Exception {
        federation.connect(PARIS, 10);
        List<Callable<OrderId>> asking = Collections.nCopies(100, () -> deployments.order(AT_PARIS));
        List<OrderId> orders = all(asking);
        all(Collections.nCopies(8, () -> {
            work.placing(new SameThread()).tick();
            return true;
        }));
        work.settle();

        assertThat(orders.stream().filter(order -> deployments.state(order) == OrderState.ACTIVE))
                .hasSize(10);
        assertThat(orders.stream().filter(order -> deployments.state(order) == OrderState.REFUSED))
                .hasSize(90);
    }

    @Test
    void twoWorkersShareTheWorkAndDoNoneOfItTwice() throws Exception {
        FakeSite paris = federation.connect(PARIS);
        List<OrderId> orders = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            orders.add(deployments.order(AT_PARIS, AT_PARIS, AT_PARIS));
        }

        Callable<Boolean> worker = () -> {
            work.placing(new SameThread()).tick();
            work.provisioning(new SameThread()).tick();
            return true;
        };
        all(Collections.nCopies(4, worker));
        work.settle();

        assertThat(orders)
                .allSatisfy(order -> assertThat(deployments.state(order)).isEqualTo(OrderState.ACTIVE));
        assertThat(paris.creations()).isEqualTo(30);
    }

    private static <T> List<T> all(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
