package org.entente.broker;

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
import java.util.concurrent.CopyOnWriteArrayList;
import org.entente.agreements.agreement.AgreementHistory;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.Notice;
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
import org.entente.agreements.terms.RunningWorkloads;
import org.entente.agreements.terms.Settlement;

/** Signed agreements, as many as a test asks for. */
@Alternative
@Priority(1)
@ApplicationScoped
public class KnownAgreements implements Agreements {
    public static final Quota ROOMY = new Quota(1000, BigDecimal.valueOf(4000), BigDecimal.valueOf(16000));
    public static final Window VALIDITY =
            new Window(Instant.parse("2020-01-01T00:00:00Z"), Instant.parse("2040-01-01T00:00:00Z"));

    private final Map<AgreementId, SignedAgreement> signed = new ConcurrentSkipListMap<>();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();

    /** One agreement, with midnights of UTC and no prices. */
    public SignedAgreement sign(OperatorId host, OperatorId home, Quota quota, List<SiteId> zones) {
        AgreementId id = new AgreementId(home + "-at-" + host);
        Currency euro = Currency.getInstance("EUR");
        AgreementTerms terms = new AgreementTerms(
                id,
                1,
                host,
                home,
                VALIDITY,
                zones,
                new RateCard(euro, List.of()),
                quota,
                new BillingCalendar(ZoneId.of("UTC")),
                new Settlement(Money.zero(euro), 30, 30, BigDecimal.ZERO, RoundingMode.HALF_UP));
        SignedAgreement both = new SignedAgreement(terms, DocumentHash.of("agreement " + id));
        signed.put(id, both);
        return both;
    }

    /** From now on the agreement says this of what runs while it is suspended and after it ends. */
    public void says(AgreementId agreement, RunningWorkloads running) {
        signed.computeIfPresent(agreement, (same, known) -> {
            AgreementTerms terms = known.terms();
            return new SignedAgreement(
                    new AgreementTerms(
                            terms.agreement(),
                            terms.version(),
                            terms.host(),
                            terms.home(),
                            terms.validity(),
                            terms.zones(),
                            terms.rateCard(),
                            terms.quota(),
                            terms.calendar(),
                            terms.settlement(),
                            terms.residency(),
                            Optional.of(running),
                            terms.serviceCredits(),
                            terms.law()),
                    known.hash());
        });
    }

    /** A party gives notice. */
    public void gives(Notice notice) {
        notices.add(notice);
    }

    public void forget() {
        signed.clear();
        notices.clear();
    }

    @Override
    public AgreementHistory history(AgreementId agreement) {
        return new AgreementHistory(
                signedVersions(agreement),
                notices.stream()
                        .filter(notice -> notice.notice().agreement().equals(agreement))
                        .toList());
    }

    @Override
    public Optional<SignedAgreement> find(AgreementId agreement) {
        return Optional.ofNullable(signed.get(agreement));
    }

    @Override
    public List<SignedAgreement> all() {
        return List.copyOf(signed.values());
    }
}
