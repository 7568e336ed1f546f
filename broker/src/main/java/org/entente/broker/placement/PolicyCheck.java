package org.entente.broker.placement;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.language.Money;
import org.entente.broker.placement.Policy.Near;
import org.entente.broker.placement.Policy.Where;
import org.entente.broker.placement.PositionColumns.Point;

/** Adds to a survey what a policy rules out, for a wish whose site the broker chooses or for one whose site is named. */
final class PolicyCheck {
    private final Survey survey;
    private final SiteIndex sites;
    private final Policy policy;

    private PolicyCheck(Survey survey, Policy policy) {
        this.survey = survey;
        this.sites = survey.sites();
        this.policy = policy;
    }

    static void chosen(Survey survey, PriceColumn perMonth, Policy policy) {
        PolicyCheck check = new PolicyCheck(survey, policy);
        check.lists();
        policy.where().near().ifPresent(check::near);
        policy.ceiling().instancePerMonth().ifPresent(most -> check.ceiling(perMonth, most));
        policy.ceiling().instancePerHour().ifPresent(most -> check.ceiling(PriceColumn.perHour(survey), most));
        if (policy.onlyTold()) {
            check.told();
        }
    }

    /** At a named site only the residency of data counts. */
    static void named(Survey survey, Policy policy) {
        new PolicyCheck(survey, policy).residency();
    }

    private void residency() {
        long[] countries = sites.countries.judged(
                country -> allows(policy.where().residency(), country) ? 0 : Reason.RESIDENCY_NOT_ALLOWED.bit());
        survey.add(site -> countries[sites.countries.code(site)]);
    }

    private void lists() {
        Where where = policy.where();
        long[] countries = sites.countries.judged(
                country -> (allows(where.countries(), country) ? 0 : Reason.COUNTRY_NOT_WANTED.bit())
                        | (allows(where.residency(), country) ? 0 : Reason.RESIDENCY_NOT_ALLOWED.bit()));
        long[] operators = sites.operators.judged(operator ->
                allows(where.operators(), operator) && !where.denied().contains(operator)
                        ? 0
                        : Reason.OPERATOR_NOT_WANTED.bit());
        long[] kinds = sites.kinds.judged(
                kind -> allows(where.technologies(), kind.technology()) ? 0 : Reason.TECHNOLOGY_NOT_WANTED.bit());
        long[] energies = sites.energies.judged(this::energy);
        survey.add(site -> countries[sites.countries.code(site)]
                | operators[sites.operators.code(site)]
                | kinds[sites.kinds.code(site)]
                | energies[sites.energies.code(site)]);
    }

    private static <T> boolean allows(Set<T> allowed, T one) {
        return allowed.isEmpty() || allowed.contains(one);
    }

    private long energy(Optional<BigDecimal> gramsCo2PerKwh) {
        boolean matters = policy.where().gramsCo2PerKwhMax().isPresent()
                || policy.weights().greenest() > 0;
        if (!matters) {
            return 0;
        }
        return Told.judged(
                gramsCo2PerKwh.map(grams -> policy.where()
                        .gramsCo2PerKwhMax()
                        .map(most -> grams.compareTo(most) <= 0)
                        .orElse(true)),
                Reason.ENERGY_TOO_DIRTY,
                Fact.ENERGY);
    }

    private void near(Near near) {
        Point point = Point.of(near.point());
        double farthest = near.kilometresMax().map(Distance::square).orElse(Double.POSITIVE_INFINITY);
        double slowest = near.roundTripMillisMax()
                .map(Distance::kilometresWithin)
                .map(Distance::square)
                .orElse(Double.POSITIVE_INFINITY);
        long tooFar = Reason.TOO_FAR.bit();
        long tooSlow = Reason.LATENCY_TOO_HIGH.bit();
        long untold = Fact.LOCATION.bit();
        survey.add(site -> {
            double square = sites.positions.squareTo(site, point);
            if (Double.isNaN(square)) {
                return untold;
            }
            return (square > farthest ? tooFar : 0) | (square > slowest ? tooSlow : 0);
        });
    }

    private void ceiling(PriceColumn prices, Money most) {
        long ceiling = Scaled.available(most.amount());
        long bit = Reason.TOO_EXPENSIVE.bit();
        survey.add(site -> prices.isKnown(site) && prices.at(site) > ceiling ? bit : 0);
    }

    private void told() {
        long bit = Reason.NOT_TOLD.bit();
        survey.add(site -> (survey.found(site) & Fact.BITS) == 0 ? 0 : bit);
    }
}
