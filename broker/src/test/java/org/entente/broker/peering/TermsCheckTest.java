package org.entente.broker.peering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.OrderPlaced;
import org.entente.agreements.document.OrderPlaced.OrderedInstance;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.OrderId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.TenantPseudonym;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.BillingCalendar;
import org.entente.agreements.terms.DataResidency;
import org.entente.agreements.terms.Quota;
import org.entente.agreements.terms.Settlement;
import org.entente.agreements.terms.TenantQuota;
import org.entente.broker.order.Admission.NoRoom;
import org.junit.jupiter.api.Test;

/** The host holds every order against the terms in force at the time of the order. */
class TermsCheckTest {
    private static final AgreementId AGREEMENT = new AgreementId("alba-at-boreal");
    private static final SiteId OSLO = new SiteId("oslo");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Window VALIDITY = new Window(NOW.minusSeconds(100), NOW.plusSeconds(100));

    @Test
    void takesAnOrderWithinTheTerms() {
        assertThat(TermsCheck.refusal(order(Optional.empty(), instance("one", OSLO)), terms(Optional.empty()), NOW))
                .isEmpty();
    }

    @Test
    void refusesOutsideTheValidity() {
        OrderPlaced order = order(Optional.empty(), instance("one", OSLO));

        assertThat(code(order, VALIDITY.from().minusSeconds(1))).isEqualTo("AGREEMENT_NOT_IN_FORCE");
        assertThat(code(order, VALIDITY.to())).isEqualTo("AGREEMENT_NOT_IN_FORCE");
    }

    @Test
    void refusesAtTheDeadline() {
        assertThat(code(order(Optional.empty(), instance("one", OSLO)), NOW.plusSeconds(60)))
                .isEqualTo("ORDER_TOO_LATE");
    }

    @Test
    void refusesAZoneThatIsNotAgreed() {
        assertThat(code(order(Optional.empty(), instance("one", new SiteId("bergen"))), NOW))
                .isEqualTo("ZONE_NOT_AGREED");
    }

    @Test
    void refusesOneInstanceTwice() {
        assertThat(code(order(Optional.empty(), instance("one", OSLO), instance("one", OSLO)), NOW))
                .isEqualTo("INSTANCE_EXISTS");
    }

    @Test
    void refusesNoneAndTooMany() {
        OrderedInstance[] tooMany = Collections.nCopies(TermsCheck.INSTANCES_MAX + 1, instance("one", OSLO))
                .toArray(OrderedInstance[]::new);

        assertThat(code(order(Optional.empty()), NOW)).isEqualTo("ORDER_SIZE");
        assertThat(code(order(Optional.empty(), tooMany), NOW)).isEqualTo("ORDER_SIZE");
    }

    @Test
    void wantsTheTenantNamedOnlyWhereItIsLimited() {
        AgreementTerms limited =
                terms(Optional.of(new TenantQuota(1, BigDecimal.ONE, BigDecimal.ONE, Optional.empty())));
        OrderPlaced unnamed = order(Optional.empty(), instance("one", OSLO));
        OrderPlaced named = order(Optional.of(new TenantPseudonym("t-1")), instance("one", OSLO));

        assertThat(TermsCheck.refusal(unnamed, limited, NOW).map(NoRoom::code)).contains("TENANT_NOT_NAMED");
        assertThat(TermsCheck.refusal(named, limited, NOW)).isEmpty();
    }

    @Test
    void refusesASiteInAnotherCountry() {
        AgreementTerms terms = terms(Optional.empty());

        assertThat(TermsCheck.residency(terms, OSLO, "NO")).isEmpty();
        assertThat(TermsCheck.residency(terms, OSLO, "US"))
                .contains(new NoRoom("RESIDENCY_NOT_ALLOWED", "oslo is in US, but data may reside in NO, SE only"));
    }

    private static String code(OrderPlaced order, Instant now) {
        return TermsCheck.refusal(order, terms(Optional.empty()), now)
                .map(NoRoom::code)
                .orElse("taken");
    }

    private static OrderPlaced order(Optional<TenantPseudonym> tenant, OrderedInstance... instances) {
        return new OrderPlaced(new OrderId("order-1"), AGREEMENT, NOW.plusSeconds(60), List.of(instances), tenant);
    }

    private static OrderedInstance instance(String id, SiteId site) {
        return new OrderedInstance(
                new InstanceId(id), id, site, new OrderedWorkload.VirtualMachine("cirros", "m1.tiny"));
    }

    private static AgreementTerms terms(Optional<TenantQuota> perTenant) {
        Currency euro = Currency.getInstance("EUR");
        return new AgreementTerms(
                AGREEMENT,
                1,
                new OperatorId("boreal"),
                new OperatorId("alba"),
                VALIDITY,
                List.of(OSLO),
                new RateCard(euro, List.of()),
                new Quota(10, BigDecimal.TEN, BigDecimal.TEN, Optional.empty(), perTenant, Optional.empty()),
                new BillingCalendar(ZoneOffset.UTC),
                new Settlement(Money.zero(euro), 10, 30, BigDecimal.ZERO, RoundingMode.HALF_EVEN),
                Optional.of(new DataResidency(List.of("NO", "SE"))),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
