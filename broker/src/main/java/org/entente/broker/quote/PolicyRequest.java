package org.entente.broker.quote;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Technology;
import org.entente.broker.placement.Candidate.Location;
import org.entente.broker.placement.Policy;
import org.entente.broker.placement.Policy.Domain;

/**
 * How sites are chosen, see {@link Policy}. An empty or absent list allows all.
 *
 * @param partial whether a part is better than nothing; absent for all or nothing
 * @param onlyTold whether only sites are taken that told all that matters
 */
public record PolicyRequest(
        @Size(max = 250, message = "may name at most 250 countries") Set<@Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 code of two capital letters") String>
                countries,

        @Size(max = 250, message = "may name at most 250 countries") Set<@Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166-1 code of two capital letters") String>
                residency,

        Set<Technology> technologies,

        @Size(max = 1000, message = "may name at most 1000 operators") Set<OperatorId> operators,

        @Size(max = 1000, message = "may name at most 1000 operators") Set<OperatorId> deniedOperators,

        Optional<@Valid NearRequest> near,

        Optional<@DecimalMin(value = "0", message = "must not be negative") BigDecimal> gramsCo2PerKwhMax,
        Optional<@Valid CeilingRequest> ceiling,

        @Size(max = 3, message = "may have at most 3 spreads") List<@Valid SpreadRequest> spread,

        @Size(max = 20, message = "may have at most 20 affinities") List<@Valid AffinityRequest> affinities,

        Optional<Boolean> partial,
        Optional<Boolean> onlyTold,
        Optional<@Valid WeightsRequest> weights) {
    public PolicyRequest {
        countries = countries == null ? Set.of() : Set.copyOf(countries);
        residency = residency == null ? Set.of() : Set.copyOf(residency);
        technologies = technologies == null ? Set.of() : Set.copyOf(technologies);
        operators = operators == null ? Set.of() : Set.copyOf(operators);
        deniedOperators = deniedOperators == null ? Set.of() : Set.copyOf(deniedOperators);
        spread = spread == null ? List.of() : List.copyOf(spread);
        affinities = affinities == null ? List.of() : List.copyOf(affinities);
    }

    /** A point in degrees of WGS 84, and how far from it, in kilometres or in milliseconds of a round trip at best. */
    public record NearRequest(
            @NotNull @DecimalMin(value = "-90", message = "must be from -90 to 90") @DecimalMax(value = "90", message = "must be from -90 to 90") BigDecimal latitude,

            @NotNull @DecimalMin(value = "-180", message = "must be from -180 to 180") @DecimalMax(value = "180", message = "must be from -180 to 180") BigDecimal longitude,

            Optional<@DecimalMin(value = "0", message = "must not be negative") BigDecimal> kilometresMax,
            Optional<@DecimalMin(value = "0", message = "must not be negative") BigDecimal> roundTripMillisMax) {
        Policy.Near near() {
            return new Policy.Near(new Location(latitude, longitude), kilometresMax, roundTripMillisMax);
        }
    }

    /** The most that may be asked, in the currency of quotes. */
    public record CeilingRequest(
            Optional<@DecimalMin(value = "0", message = "must not be negative") BigDecimal> instancePerHour,
            Optional<@DecimalMin(value = "0", message = "must not be negative") BigDecimal> instancePerMonth,
            Optional<@DecimalMin(value = "0", message = "must not be negative") BigDecimal> allPerMonth) {
        Policy.Ceiling ceiling(Currency currency) {
            return new Policy.Ceiling(
                    instancePerHour.map(amount -> Money.nearest(currency, amount)),
                    instancePerMonth.map(amount -> Money.nearest(currency, amount)),
                    allPerMonth.map(amount -> Money.nearest(currency, amount)));
        }
    }

    /** At most so many instances of one workload in each domain. */
    public record SpreadRequest(
            @NotNull Domain over,

            @NotNull @Min(value = 1, message = "must be from 1 to 1000") @Max(value = 1000, message = "must be from 1 to 1000") Integer most) {}

    /** Workloads that share a domain, or of which no two different ones do. */
    public record AffinityRequest(
            @NotNull Domain over,
            @NotNull Boolean together,

            @NotNull @Size(min = 2, max = 100, message = "must name 2 to 100 workloads") List<String> workloads) {}

    /** How much each liking counts against the others. */
    public record WeightsRequest(
            Optional<
                            @Min(value = 0, message = "must be from 0 to 100") @Max(value = 100, message = "must be from 0 to 100") Integer>
                    cheapest,
            Optional<
                            @Min(value = 0, message = "must be from 0 to 100") @Max(value = 100, message = "must be from 0 to 100") Integer>
                    nearest,
            Optional<
                            @Min(value = 0, message = "must be from 0 to 100") @Max(value = 100, message = "must be from 0 to 100") Integer>
                    greenest,
            Optional<
                            @Min(value = 0, message = "must be from 0 to 100") @Max(value = 100, message = "must be from 0 to 100") Integer>
                    fewestOperators) {
        Policy.Weights weights() {
            return new Policy.Weights(
                    cheapest.orElse(0), nearest.orElse(0), greenest.orElse(0), fewestOperators.orElse(0));
        }
    }

    Policy policy(Currency currency) {
        return new Policy(
                new Policy.Where(
                        countries,
                        residency,
                        technologies,
                        operators,
                        deniedOperators,
                        near.map(NearRequest::near),
                        gramsCo2PerKwhMax),
                ceiling.map(most -> most.ceiling(currency)).orElse(Policy.Ceiling.NONE),
                spread.stream()
                        .map(one -> new Policy.Spread(one.over(), one.most()))
                        .toList(),
                affinities.stream()
                        .map(one -> new Policy.Affinity(one.over(), one.together(), one.workloads()))
                        .toList(),
                partial.orElse(false),
                weights.map(WeightsRequest::weights).orElse(Policy.Weights.CHEAPEST),
                onlyTold.orElse(false));
    }
}
