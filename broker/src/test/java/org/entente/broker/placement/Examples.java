package org.entente.broker.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.placement.Candidate.Location;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.SiteCapabilities.Images;
import org.entente.broker.site.Workload;

/** Sites, prices and wishes for examples. */
final class Examples {
    static final Flavour TINY = flavour("m1.tiny", 1, 1);
    static final Flavour LARGE = flavour("m1.large", 6, 16);
    static final Flavour HUGE = flavour("m1.xlarge", 8, 32);

    private Examples() {}

    static Flavour flavour(String name, int vcpu, int memoryGib) {
        return new Flavour(name, BigDecimal.valueOf(vcpu), BigDecimal.valueOf(memoryGib), BigDecimal.TEN);
    }

    static Candidate site(String operator, String site, String country, SiteCapabilities capabilities) {
        return new Candidate(
                new Place(new OperatorId(operator), new SiteId(site)),
                Optional.empty(),
                site,
                country,
                Optional.empty(),
                Optional.empty(),
                capabilities,
                Instant.EPOCH);
    }

    static Candidate standing(Candidate site, String latitude, String longitude) {
        return new Candidate(
                site.place(),
                site.agreement(),
                site.name(),
                site.country(),
                Optional.of(new Location(new BigDecimal(latitude), new BigDecimal(longitude))),
                site.gramsCo2PerKwh(),
                site.capabilities(),
                site.seenAt());
    }

    static Candidate burning(Candidate site, int gramsCo2PerKwh) {
        return new Candidate(
                site.place(),
                site.agreement(),
                site.name(),
                site.country(),
                site.location(),
                Optional.of(BigDecimal.valueOf(gramsCo2PerKwh)),
                site.capabilities(),
                site.seenAt());
    }

    /** An OpenStack site with cirros and these flavours, and this much free. */
    static SiteCapabilities openStack(Capacity capacity, Flavour... flavours) {
        return SiteCapabilities.bare(Technology.OPENSTACK, "2.93")
                .having(List.of(flavours), Images.named(List.of("cirros")), capacity);
    }

    static SiteCapabilities kubernetes(Capacity capacity) {
        return SiteCapabilities.bare(Technology.KUBERNETES, "v1.30").having(List.of(), Images.UNKNOWN, capacity);
    }

    static Capacity free(int vcpu, int memoryGib) {
        return new Capacity(
                Amounts.UNKNOWN,
                Amounts.of(BigDecimal.valueOf(vcpu), BigDecimal.valueOf(memoryGib)),
                Amounts.UNKNOWN,
                Amounts.UNKNOWN);
    }

    static Capacity largest(int vcpu, int memoryGib) {
        return new Capacity(
                Amounts.UNKNOWN,
                Amounts.UNKNOWN,
                Amounts.of(BigDecimal.valueOf(vcpu), BigDecimal.valueOf(memoryGib)),
                Amounts.UNKNOWN);
    }

    static WorkloadWish.VirtualMachineWish machine(String flavour) {
        return new WorkloadWish.VirtualMachineWish("cirros", flavour);
    }

    static PricedCandidate at(int euroPerMonth, Candidate site) {
        return new PricedCandidate(site, new Flat(Money.of("EUR", String.valueOf(euroPerMonth))));
    }

    /** The same price for whatever runs there. */
    record Flat(Money perMonth) implements SitePrices {
        @Override
        public Money perHour(Workload workload) {
            return new Money(
                    perMonth.currency(), perMonth.amount().movePointLeft(3).setScale(Money.SCALE, RoundingMode.DOWN));
        }

        @Override
        public Money perMonth(Workload workload) {
            return perMonth;
        }
    }
}
