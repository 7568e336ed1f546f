package org.entente.broker.offer;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.agreement.Agreements;
import org.entente.agreements.agreement.RetailPrices;
import org.entente.agreements.agreement.RetailPrices.RetailTerms;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Technology;
import org.entente.agreements.language.Window;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PricedUse;
import org.entente.agreements.pricing.Quoting;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.terms.AgreementTerms;
import org.entente.broker.placement.Candidate;
import org.entente.broker.placement.SitePrices;
import org.entente.broker.site.Workload;

/**
 * What a tenant pays for a workload, by the same arithmetic that bills it, and by the prices in force now. Each instance is
 * priced by itself: where a tenant's instances count together, its bill may be lower.
 */
@ApplicationScoped
public class Prices {
    static final Duration HOUR = Duration.ofHours(1);
    /** A month in an estimate: a twelfth of 365 days. */
    static final Duration MONTH = Duration.ofHours(730);

    private final RetailPrices retail;
    private final Agreements agreements;
    private final InstantSource clock;

    Prices(RetailPrices retail, Agreements agreements, InstantSource clock) {
        this.retail = retail;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** What a site of the catalogue asks now; of many sites {@link PriceClasses} knows it quicker. */
    public SitePrices at(Candidate candidate) {
        Card card = card(candidate.agreement());
        return new PriceClass(
                card.rateCard(),
                card.clock(),
                candidate.technology(),
                candidate.place().site(),
                clock);
    }

    public Currency currency() {
        return retail.current().rateCard().currency();
    }

    /** The price of the hour that begins now, were it all there is of its billing period. */
    public Money perHour(PricedInstance instance) {
        return estimate(instance, HOUR);
    }

    /** The price of the 730 hours that begin now, were they one billing period. */
    public Money perMonth(PricedInstance instance) {
        return estimate(instance, MONTH);
    }

    /** The price of having run throughout a stretch of time, billing period by billing period. */
    public Money over(PricedInstance instance, Window stretch) {
        return price(instance, retail.current().calendar().byPeriod(stretch));
    }

    /** The price lines that can apply to any flavour at a place, each meter's most specific first. */
    public List<PriceLine> lines(Place place, Optional<AgreementId> agreement, Technology technology) {
        RateCard card = card(agreement).rateCard();
        return Arrays.stream(Meter.values())
                .flatMap(meter -> card.linesFor(new PricedUse(meter, technology, place.site())).stream())
                .toList();
    }

    /** How much of each meter a workload holds. */
    public static Map<Meter, BigDecimal> amounts(Workload workload) {
        Map<Meter, BigDecimal> amounts = new EnumMap<>(Meter.class);
        amounts.put(Meter.VCPU, workload.vcpu());
        amounts.put(Meter.MEMORY, workload.memoryGib());
        amounts.put(Meter.DISK, workload.diskGib());
        amounts.put(Meter.GPU, BigDecimal.valueOf(workload.gpus()));
        amounts.put(Meter.VOLUME, workload.volumeGib());
        amounts.put(Meter.PUBLIC_ADDRESS, BigDecimal.valueOf(workload.publicAddresses()));
        amounts.values().removeIf(amount -> amount.signum() == 0);
        return amounts;
    }

    private Money estimate(PricedInstance instance, Duration stretch) {
        Instant now = clock.instant();
        return price(instance, List.of(new Window(now, now.plus(stretch))));
    }

    private Money price(PricedInstance instance, List<Window> periods) {
        Card card = card(instance.agreement());
        Money sum = Money.zero(currency());
        for (Map.Entry<Meter, BigDecimal> held : amounts(instance.workload()).entrySet()) {
            PricedUse use = new PricedUse(
                    held.getKey(),
                    instance.technology(),
                    instance.place().site(),
                    instance.workload().flavourName());
            sum = sum.plus(Quoting.price(card.rateCard(), use, held.getValue(), periods, card.clock()));
        }
        return sum;
    }

    Card card(Optional<AgreementId> agreement) {
        RetailTerms terms = retail.current();
        Card own = new Card(terms.rateCard(), terms.calendar().zone());
        return agreement
                .flatMap(id -> agreements.inForceAt(id, clock.instant()).or(() -> agreements.find(id)))
                .map(SignedAgreement::terms)
                .filter(wholesale -> terms.marksUp(wholesale.rateCard()))
                .map(wholesale -> markedUp(terms, wholesale))
                .orElse(own);
    }

    private static Card markedUp(RetailTerms terms, AgreementTerms wholesale) {
        return new Card(terms.over(wholesale.rateCard()), wholesale.calendar().zone());
    }

    /** A rate card and the zone whose hours its lines mean. */
    record Card(RateCard rateCard, ZoneId clock) {}
}
