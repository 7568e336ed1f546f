package org.entente.broker.placement;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.entente.agreements.language.Money;
import org.entente.broker.placement.Policy.Near;
import org.entente.broker.placement.Policy.Where;
import org.entente.broker.placement.PositionColumns.Point;
import org.entente.broker.placement.Verdict.Objection;

/** Says of one site what of a policy rules it out. */
final class PolicySentences {
    private final Judged judged;
    private final Policy policy;
    private final int site;
    private final Candidate candidate;

    private PolicySentences(Judged judged, Policy policy, int site) {
        this.judged = judged;
        this.policy = policy;
        this.site = site;
        this.candidate = judged.survey().sites().candidate(site);
    }

    static List<Objection> of(Judged judged, Policy policy, int site) {
        PolicySentences sentences = new PolicySentences(judged, policy, site);
        return Reason.in(judged.survey().found(site)).stream()
                .filter(Reason::isOfPolicy)
                .map(reason -> new Objection(reason, sentences.sentence(reason)))
                .toList();
    }

    private String sentence(Reason reason) {
        Where where = policy.where();
        return switch (reason) {
            case COUNTRY_NOT_WANTED -> "stands in " + candidate.country() + "; wanted is " + listed(where.countries());
            case RESIDENCY_NOT_ALLOWED ->
                "stands in " + candidate.country() + "; data may only be in " + listed(where.residency());
            case TECHNOLOGY_NOT_WANTED ->
                "runs " + candidate.technology() + "; wanted is " + listed(where.technologies());
            case OPERATOR_NOT_WANTED -> "belongs to " + candidate.place().operator() + ", which is not wanted";
            case TOO_FAR ->
                "is " + Sentences.text(kilometres()) + " km away; the farthest allowed is "
                        + limit(where.near().flatMap(Near::kilometresMax)) + " km";
            case LATENCY_TOO_HIGH ->
                "light needs at least " + Sentences.text(Distance.roundTripMillis(kilometres()))
                        + " ms for a round trip; allowed are "
                        + limit(where.near().flatMap(Near::roundTripMillisMax));
            case TOO_EXPENSIVE -> tooExpensive();
            case ENERGY_TOO_DIRTY ->
                "its electricity has " + limit(candidate.gramsCo2PerKwh()) + " g of CO2 per kWh; allowed are "
                        + limit(where.gramsCo2PerKwhMax());
            case NOT_TOLD -> "it did not tell all that matters, and only sites that did are wanted";
            default -> throw new IllegalStateException(reason + " is not of a policy");
        };
    }

    private String tooExpensive() {
        SitePrices prices = judged.survey().sites().prices(site);
        Policy.Ceiling ceiling = policy.ceiling();
        Money perMonth = prices.perMonth(judged.survey().workload(site));
        boolean isMonth = ceiling.instancePerMonth()
                .filter(most -> perMonth.compareTo(most) > 0)
                .isPresent();
        return isMonth
                ? "costs " + perMonth + " a month; the ceiling is "
                        + ceiling.instancePerMonth().get()
                : "costs " + prices.perHour(judged.survey().workload(site)) + " an hour; the ceiling is "
                        + ceiling.instancePerHour().map(Money::toString).orElse("lower");
    }

    private BigDecimal kilometres() {
        Point point = Point.of(policy.where().near().orElseThrow().point());
        return Distance.kilometres(judged.survey().sites().positions.squareTo(site, point));
    }

    private static String limit(Optional<BigDecimal> limit) {
        return limit.map(Sentences::text).orElse("unknown");
    }

    private static String listed(Set<?> wanted) {
        return wanted.stream().map(Object::toString).sorted().collect(Collectors.joining(" or "));
    }
}
