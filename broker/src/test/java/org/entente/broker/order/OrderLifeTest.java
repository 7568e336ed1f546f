package org.entente.broker.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Workload;
import org.junit.jupiter.api.Test;

/** Orders and their instances move together. */
class OrderLifeTest {
    private static final OperatorId ALBA = new OperatorId("alba");
    private static final OperatorId BOREAL = new OperatorId("boreal");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final OrderEntity order = new OrderEntity();
    private final InstanceEntity atHome = instance(order, "at-home", ALBA);
    private final InstanceEntity abroad = instance(order, "abroad", BOREAL);

    OrderLifeTest() {
        order.state = OrderState.REQUESTED;
        order.instances.add(atHome);
        order.instances.add(abroad);
    }

    @Test
    void isActiveOnceEveryInstanceRuns() {
        start();
        atHome.active(NOW, Optional.empty(), NOW);
        order.follow();
        assertThat(order.state()).isEqualTo(OrderState.STARTING);

        abroad.active(NOW, Optional.of("10.0.0.1"), null);
        order.follow();

        assertThat(order.state()).isEqualTo(OrderState.ACTIVE);
    }

    @Test
    void onlyOurOwnSitesInstancesBecomeDue() {
        start();

        assertThat(atHome.dueAt).isEqualTo(NOW);
        assertThat(abroad.dueAt).isNull();
    }

    @Test
    void endsAtOnceWhereNobodyWasAsked() {
        order.giveBack(NOW);

        assertThat(order.state()).isEqualTo(OrderState.ENDED);
        assertThat(atHome.dueAt).isNull();
        assertThat(abroad.dueAt).isNull();
    }

    @Test
    void givesBackWhatAPartnerMayHaveGotAlready() {
        order.placing(NOW);

        order.giveBack(NOW);

        assertThat(order.state()).isEqualTo(OrderState.ENDING);
        assertThat(atHome.state()).isEqualTo(InstanceState.ENDED);
        assertThat(abroad.state()).isEqualTo(InstanceState.ENDING);
        assertThat(abroad.dueAt).isEqualTo(NOW);
    }

    @Test
    void isEndedOnceEveryInstanceIs() {
        start();
        atHome.active(NOW, Optional.empty(), NOW);
        abroad.active(NOW, Optional.empty(), null);
        order.follow();
        order.giveBack(NOW);
        atHome.ended(NOW.plusSeconds(5));
        order.follow();
        assertThat(order.state()).isEqualTo(OrderState.ENDING);

        abroad.ended(NOW.plusSeconds(9));
        order.follow();

        assertThat(order.state()).isEqualTo(OrderState.ENDED);
        assertThat(abroad.endedAt()).contains(NOW.plusSeconds(9));
    }

    @Test
    void tellsWhichInstanceFailedAndWhy() {
        start();
        atHome.failed("alba-paris: EXHAUSTED: no valid host", NOW, NOW);
        order.follow();

        assertThat(order.state()).isEqualTo(OrderState.DEGRADED);
        assertThat(order.reason).isEqualTo("at-home: alba-paris: EXHAUSTED: no valid host");
    }

    @Test
    void aRefusedOrderGivesBackWhatWasAccepted() {
        order.placing(NOW);
        abroad.accepted(NOW);

        order.refused("boreal refused", NOW);
        order.follow();

        assertThat(order.state()).isEqualTo(OrderState.REFUSED);
        assertThat(abroad.state()).isEqualTo(InstanceState.ENDING);
        assertThat(abroad.dueAt).isEqualTo(NOW);
    }

    @Test
    void anInstanceThatNeverRanHasNoEnd() {
        start();
        order.giveBack(NOW);
        atHome.ended(NOW);

        assertThat(atHome.endedAt()).isEmpty();
    }

    @Test
    void isEndedWhereEveryPartWasGivenBackByItself() {
        start();
        atHome.giveBack(NOW);
        atHome.ended(NOW);
        abroad.active(NOW, Optional.empty(), null);
        order.follow();
        assertThat(order.state()).isEqualTo(OrderState.ACTIVE);

        abroad.giveBack(NOW);
        abroad.ended(NOW);
        order.follow();

        assertThat(order.state()).isEqualTo(OrderState.ENDED);
    }

    @Test
    void staysEndedWhateverComesLate() {
        start();
        atHome.failed("gone", NOW, NOW);
        order.follow();
        order.giveBack(NOW);
        abroad.ended(NOW);
        order.follow();
        assertThat(order.state()).isEqualTo(OrderState.ENDED);

        order.follow();

        assertThat(order.state()).isEqualTo(OrderState.ENDED);
    }

    private void start() {
        order.placing(NOW);
        abroad.accepted(NOW);
        order.starting(NOW);
        order.follow();
    }

    static InstanceEntity instance(OrderEntity order, String name, OperatorId operator) {
        return InstanceEntity.planned(
                order,
                0,
                new PlannedInstance(
                        new InstanceId(name),
                        name,
                        new Place(operator, new SiteId("a-site")),
                        Technology.OPENSTACK,
                        operator.equals(ALBA) ? Optional.empty() : Optional.of(new AgreementId("alba-at-boreal")),
                        new Workload.VirtualMachine(
                                "cirros", "m1.tiny", BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE)),
                ALBA);
    }
}
