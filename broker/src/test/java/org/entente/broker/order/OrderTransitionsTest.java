package org.entente.broker.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.entente.agreements.language.OperatorId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of an order is tried in every state: it happens where it is legal, and changes nothing where it is not. */
class OrderTransitionsTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    /** The steps that say where an order goes, with the only states from which they may. */
    private static final Map<Step, Set<OrderState>> LEGAL = Map.of(
            Step.HOLDING, EnumSet.of(OrderState.REQUESTED),
            Step.HELD, EnumSet.of(OrderState.REQUESTED),
            Step.PLACING, EnumSet.of(OrderState.REQUESTED, OrderState.HOLDING),
            Step.STARTING, EnumSet.of(OrderState.REQUESTED, OrderState.HELD, OrderState.PLACING),
            Step.REFUSED, EnumSet.of(OrderState.REQUESTED, OrderState.HOLDING, OrderState.HELD, OrderState.PLACING));

    private enum Step {
        HOLDING,
        HELD,
        PLACING,
        STARTING,
        REFUSED;

        void take(OrderEntity order) {
            switch (this) {
                case HOLDING -> order.holding(NOW);
                case HELD -> order.held(NOW);
                case PLACING -> order.placing(NOW);
                case STARTING -> order.starting(NOW);
                case REFUSED -> order.refused("no", NOW);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("legalSteps")
    void aLegalStepIsTaken(OrderState from, Step step) {
        OrderEntity order = order(from);

        step.take(order);

        assertThat(order.state()).isEqualTo(OrderState.valueOf(step.name()));
    }

    @ParameterizedTest
    @MethodSource("illegalSteps")
    void anIllegalStepIsADefectAndChangesNoState(OrderState from, Step step) {
        OrderEntity order = order(from);

        assertThatThrownBy(() -> step.take(order))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is " + from + " and cannot become " + step);
        assertThat(order.state()).isEqualTo(from);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"ENDING", "ENDED", "REFUSED"})
    void givingBackWhatIsOverChangesNothing(OrderState from) {
        OrderEntity order = order(from);

        order.giveBack(NOW);

        assertThat(order.state()).isEqualTo(from);
    }

    @ParameterizedTest
    @EnumSource(
            value = OrderState.class,
            names = {"REQUESTED", "HOLDING", "PLACING", "STARTING", "ACTIVE", "DEGRADED"})
    void whateverATenantWaitsForOrHasCanBeGivenBack(OrderState from) {
        OrderEntity order = order(from);

        order.giveBack(NOW);

        assertThat(order.state()).isIn(OrderState.ENDING, OrderState.ENDED);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void aLateRefusalUndecidesNothing(OrderState from) {
        OrderEntity order = order(from);

        order.refusedInPart(order.instances(), "no", NOW);

        Set<OrderState> undecided = EnumSet.of(OrderState.REQUESTED, OrderState.HOLDING, OrderState.PLACING);
        assertThat(order.state()).isEqualTo(undecided.contains(from) ? OrderState.REFUSED : from);
    }

    @ParameterizedTest
    @EnumSource(OrderState.class)
    void aLateReceiptStartsOnlyWhatWaitsForIt(OrderState from) {
        OrderEntity order = order(from);
        order.instances().forEach(instance -> instance.accepted(NOW));

        order.startOnceAllAccepted(NOW);

        assertThat(order.state()).isEqualTo(from == OrderState.PLACING ? OrderState.STARTING : from);
    }

    static Stream<Arguments> legalSteps() {
        return steps().filter(OrderTransitionsTest::isLegal).map(step -> Arguments.of(step.toArray()));
    }

    static Stream<Arguments> illegalSteps() {
        return steps().filter(step -> !isLegal(step)).map(step -> Arguments.of(step.toArray()));
    }

    private static Stream<List<Object>> steps() {
        return Arrays.stream(OrderState.values())
                .flatMap(from -> Arrays.stream(Step.values()).map(step -> List.of(from, step)));
    }

    private static boolean isLegal(List<Object> step) {
        return LEGAL.getOrDefault((Step) step.get(1), Set.of()).contains((OrderState) step.get(0));
    }

    private static OrderEntity order(OrderState state) {
        OrderEntity order = new OrderEntity();
        order.id = "order-1";
        order.partner = "boreal";
        order.state = state;
        order.instances.add(OrderLifeTest.instance(order, "abroad", new OperatorId("boreal")));
        return order;
    }
}
