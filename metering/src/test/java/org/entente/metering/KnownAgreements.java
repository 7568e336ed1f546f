package org.entente.metering;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.agreements.terms.BillingCalendar;
import org.entente.agreements.terms.Quota;
import org.entente.agreements.terms.Settlement;

/** Signed agreements, as many as a test asks for. */
@Alternative
@Priority(1)
@ApplicationScoped
public class KnownAgreements implements Agreements {
    public static final BillingCalendar PARIS = new BillingCalendar(ZoneId.of("Europe/Paris"));

    private final Map<AgreementId, SignedAgreement> signed = new ConcurrentSkipListMap<>();

    /** Boreal hosts, Alba is home, and midnights are those of Paris. */
    public SignedAgreement sign(AgreementId agreement) {
        SignedAgreement both = new SignedAgreement(
                terms(agreement, Peers.BOREAL, Peers.ALBA), DocumentHash.of("agreement " + agreement));
        signed.put(agreement, both);
        return both;
    }

    @Override
    public Optional<SignedAgreement> find(AgreementId agreement) {
        return Optional.ofNullable(signed.get(agreement));
    }

    @Override
    public List<SignedAgreement> all() {
        return List.copyOf(signed.values());
    }

    private static AgreementTerms terms(AgreementId agreement, OperatorId host, OperatorId home) {
        Currency euro = Currency.getInstance("EUR");
        return new AgreementTerms(
                agreement,
                1,
                host,
                home,
                new Window(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z")),
                List.of(new SiteId("nord")),
                new RateCard(euro, List.of()),
                new Quota(100, BigDecimal.valueOf(400), BigDecimal.valueOf(1600)),
                PARIS,
                new Settlement(Money.zero(euro), 14, 30, BigDecimal.ZERO, RoundingMode.HALF_UP));
    }
}
