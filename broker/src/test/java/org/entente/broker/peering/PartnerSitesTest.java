package org.entente.broker.peering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.Federation.AT_OSLO;
import static org.entente.broker.Federation.AT_PARIS;
import static org.entente.broker.Federation.PARIS;
import static org.entente.broker.Peers.BOREAL;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.entente.agreements.document.DocumentBody;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.Receipt;
import org.entente.agreements.document.Refusal;
import org.entente.agreements.document.ReleaseRequest;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.broker.Federation;
import org.entente.broker.KnownAgreements;
import org.entente.broker.MovableClock;
import org.entente.broker.Post;
import org.entente.broker.PostgresResource;
import org.entente.broker.order.Deployments;
import org.entente.broker.order.InstanceState;
import org.entente.broker.order.OrderState;
import org.entente.broker.provisioning.Work;
import org.entente.broker.site.FakeSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant's order with parts at partners' sites, until everybody has answered. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PartnerSitesTest {
    private static final Duration LONGER_THAN_THE_DEADLINE = Duration.ofMinutes(11);

    @Inject
    Federation federation;

    @Inject
    Deployments deployments;

    @Inject
    Post post;

    @Inject
    Work work;

    @Inject
    KnownAgreements agreements;

    @Inject
    MovableClock clock;

    private FakeSite paris = new FakeSite();

    @BeforeEach
    void begin() {
        federation.begin();
        paris = federation.connect(PARIS);
    }

    @Test
    void isOrderedFromThePartnerUnderTheAgreementInForce() {
        OrderId order = deployments.order(AT_OSLO, AT_OSLO);
        work.settle();

        Post.Sent sent = post.pending(BOREAL).getFirst();
        OrderPlaced placed = (OrderPlaced) sent.body();
        assertThat(post.pending(BOREAL)).hasSize(1);
        assertThat(placed.order()).isEqualTo(order);
        assertThat(placed.instances())
                .extracting(OrderPlaced.OrderedInstance::instance)
                .isEqualTo(deployments.instances(order));
        assertThat(placed.deadline()).isEqualTo(MovableClock.NOON.plus(Duration.ofMinutes(10)));
        assertThat(sent.document().document().buildsOn())
                .containsExactly(agreements
                        .find(new AgreementId("alba-at-boreal"))
                        .orElseThrow()
                        .hash());
    }

    @Test
    void startsOurOwnPartOnlyOnceThePartnerAccepted() {
        OrderId order = deployments.order(AT_PARIS, AT_OSLO);
        work.settle();
        assertThat(deployments.state(order)).isEqualTo(OrderState.PLACING);
        assertThat(paris.made()).isZero();

        answer(BOREAL, receipt(order));
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.STARTING);
        assertThat(deployments.states(order)).containsExactly(InstanceState.ACTIVE, InstanceState.STARTING);
    }

    @Test
    void isRefusedWhereThePartnerRefuses() {
        OrderId order = deployments.order(AT_PARIS, AT_OSLO);
        work.settle();

        answer(BOREAL, new Refusal("QUOTA_VCPU", "The agreement allows 4 vCPU"));
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.view(order).reason())
                .contains("boreal refused: QUOTA_VCPU: The agreement allows 4 vCPU");
        assertThat(deployments.states(order)).containsExactly(InstanceState.ENDED, InstanceState.ENDED);
        assertThat(post.pending(BOREAL)).isEmpty();
        assertThat(paris.made()).isZero();
    }

    @Test
    void isRefusedAtTheDeadlineWhereAPartnerNeverAnswers() {
        OrderId order = deployments.order(AT_PARIS, AT_OSLO);
        work.settle();
        post.fails(BOREAL, "boreal cannot be reached: nothing answers there");

        work.after(LONGER_THAN_THE_DEADLINE);
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.view(order).reason())
                .hasValueSatisfying(reason -> assertThat(reason)
                        .contains("boreal did not answer before 2027-06-01 12:10 UTC", "nothing answers there"));
        assertThat(deployments.states(order)).containsExactly(InstanceState.ENDED, InstanceState.ENDING);
        assertThat(post.pending(BOREAL))
                .extracting(sent -> sent.body().getClass().getSimpleName())
                .containsExactly("OrderPlaced", "ReleaseRequest");
    }

    @Test
    void endsWhereThePartnerRefusesAnOrderThatWasGivenUp() {
        OrderId order = deployments.order(AT_OSLO);
        work.settle();
        work.after(LONGER_THAN_THE_DEADLINE);

        answer(BOREAL, new Refusal("ORDER_TOO_LATE", "The order's deadline was 12:10"));
        post.answer(BOREAL, ReleaseRequest.class, new Refusal("ORDER_UNKNOWN", "There is no such order"));

        assertThat(deployments.state(order)).isEqualTo(OrderState.REFUSED);
        assertThat(deployments.states(order)).containsExactly(InstanceState.ENDED);
    }

    @Test
    void isReleasedWhereTheReceiptComesAfterItWasGivenBack() {
        OrderId order = deployments.order(AT_PARIS, AT_OSLO);
        work.settle();
        deployments.giveBack(order);
        work.settle();

        answer(BOREAL, receipt(order));
        work.settle();

        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDING);
        assertThat(post.pending(BOREAL, ReleaseRequest.class)).hasSize(1);
        assertThat(paris.made()).isZero();
    }

    @Test
    void endsWhereThePartnerNeverKnewWhatWeGiveBack() {
        OrderId order = deployments.order(AT_OSLO);
        work.settle();
        answer(BOREAL, receipt(order));
        deployments.giveBack(order);
        work.settle();

        post.answer(BOREAL, ReleaseRequest.class, new Refusal("ORDER_UNKNOWN", "There is no such order"));

        assertThat(deployments.state(order)).isEqualTo(OrderState.ENDED);
        assertThat(deployments.reason(order, 0))
                .hasValueSatisfying(reason -> assertThat(reason).contains("boreal", "ORDER_UNKNOWN"));
    }

    @Test
    void saysForWhomAndUntilWhenItWaitsAndWhatIsKnownOfTheReason() {
        OrderId order = deployments.order(AT_PARIS, AT_OSLO);
        String otherwise = "; else all of it is given back";
        assertThat(deployments.reason(order, 0)).contains("waits to be placed until 2027-06-01 12:10 UTC");
        work.settle();
        assertThat(deployments.reason(order, 0))
                .contains("waits for boreal to accept the rest until 2027-06-01 12:10 UTC" + otherwise);
        assertThat(deployments.reason(order, 1))
                .contains("waits for boreal to accept it until 2027-06-01 12:10 UTC" + otherwise);

        post.fails(BOREAL, "boreal cannot be reached: nothing answers there");

        String why = "; boreal cannot be reached: nothing answers there (tried 1 times since 2027-06-01 12:00 UTC)";
        assertThat(deployments.reason(order, 1))
                .contains("waits for boreal to accept it until 2027-06-01 12:10 UTC" + why + otherwise);
        assertThat(deployments.view(order).reason())
                .contains("waits for boreal until 2027-06-01 12:10 UTC" + why + otherwise);
    }

    @Test
    void saysThatItWaitsForAnUnreachablePartnerToEndIt() {
        OrderId order = deployments.order(AT_OSLO);
        work.settle();
        answer(BOREAL, receipt(order));
        assertThat(deployments.reason(order, 0))
                .contains("waits for boreal to start it until 2027-06-01 12:10 UTC; else it fails");

        deployments.giveBack(order);
        work.settle();
        post.fails(BOREAL, "boreal cannot be reached: nothing answers there");

        assertThat(deployments.reason(order, 0))
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("waits for boreal to end it; boreal cannot be reached"));
    }

    private void answer(OperatorId partner, DocumentBody answer) {
        post.answer(partner, OrderPlaced.class, answer);
    }

    private Receipt receipt(OrderId order) {
        return new Receipt(order, clock.instant());
    }
}
