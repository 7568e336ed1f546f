package org.entente.benchmarks;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Meter;
import org.entente.agreements.language.Money;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.pricing.CalendarWindow;
import org.entente.agreements.pricing.PriceLine;
import org.entente.agreements.pricing.PricingUnit;
import org.entente.agreements.pricing.RateCard;
import org.entente.agreements.pricing.Timing;
import org.entente.broker.offer.PriceClass;
import org.entente.broker.placement.Candidate;
import org.entente.broker.placement.Candidate.Location;
import org.entente.broker.placement.PricedCandidate;
import org.entente.broker.placement.SiteIndex;
import org.entente.broker.placement.SitePrices;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.SiteCapabilities.Images;
import org.entente.broker.site.SiteCapabilities.Networking;
import org.entente.broker.site.SiteCapabilities.Storage;

/**
 * Any number of sites of fifty operators, always the same for the same number: seven in ten OpenStack, with their own room,
 * flavours, images, volume types, places on the map and energy; every operator with its own rate card, every tenth of them with
 * other prices at night.
 */
final class ManySites {
    static final int OPERATORS = 50;
    static final List<String> COUNTRIES =
            List.of("AT", "BE", "CH", "DE", "DK", "ES", "FI", "FR", "IT", "NL", "NO", "PL", "PT", "SE");

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final List<Flavour> FLAVOURS = List.of(
            flavour("m1.tiny", 1, 1, 10),
            flavour("m1.small", 1, 2, 20),
            flavour("m1.medium", 2, 4, 40),
            flavour("m1.large", 4, 8, 80),
            flavour("m1.xlarge", 8, 16, 160));
    private static final List<String> IMAGES = List.of("cirros", "debian-12", "debian-13", "ubuntu-24.04", "rocky-9");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(20_261_124);
    private final Map<OperatorId, Map<Technology, SitePrices>> prices = new HashMap<>();

    private ManySites() {}

    static SiteIndex of(int count) {
        return SiteIndex.of(list(count));
    }

    static List<PricedCandidate> list(int count) {
        ManySites many = new ManySites();
        List<PricedCandidate> sites = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            sites.add(many.site(number));
        }
        return sites;
    }

    private PricedCandidate site(int number) {
        OperatorId operator = new OperatorId("operator-" + number % OPERATORS);
        Technology technology = random.nextInt(10) < 7 ? Technology.OPENSTACK : Technology.KUBERNETES;
        Candidate candidate = new Candidate(
                new Place(operator, new SiteId("site-" + number)),
                Optional.of(new AgreementId("home-at-" + operator)),
                "Site " + number,
                COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                random.nextInt(20) == 0 ? Optional.empty() : Optional.of(location()),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(random.nextInt(10, 600))),
                capabilities(technology),
                Instant.EPOCH);
        return new PricedCandidate(candidate, prices(operator, technology));
    }

    private Location location() {
        return new Location(
                BigDecimal.valueOf(random.nextLong(370_000, 690_000), 4),
                BigDecimal.valueOf(random.nextLong(-90_000, 250_000), 4));
    }

    private SiteCapabilities capabilities(Technology technology) {
        boolean isOpenStack = technology == Technology.OPENSTACK;
        return new SiteCapabilities(
                technology,
                isOpenStack ? "2.93" : "v1.30",
                List.of(),
                isOpenStack ? FLAVOURS.subList(0, random.nextInt(2, FLAVOURS.size() + 1)) : List.of(),
                isOpenStack,
                capacity(),
                Optional.of(random.nextInt(5) == 0 ? List.of("aarch64") : List.of("x86_64")),
                Optional.of(List.of()),
                isOpenStack ? Images.named(IMAGES.subList(0, random.nextInt(1, IMAGES.size() + 1))) : Images.UNKNOWN,
                new Storage(
                        Optional.of(random.nextBoolean() ? List.of("ssd") : List.of("hdd", "ssd")), Optional.empty()),
                new Networking(Optional.of(List.of("public")), Optional.of(random.nextInt(3) > 0), Optional.empty()),
                List.of());
    }

    private Capacity capacity() {
        int vcpu = random.nextInt(8, 2000);
        Amounts total = amounts(vcpu, 4L * vcpu);
        if (random.nextInt(10) == 0) {
            return new Capacity(total, Amounts.UNKNOWN, Amounts.UNKNOWN, Amounts.UNKNOWN);
        }
        int free = random.nextInt(vcpu + 1);
        int largest = random.nextInt(Math.min(free, 64) + 1);
        return new Capacity(total, amounts(free, 4L * free), amounts(largest, 4L * largest), amounts(200, 800));
    }

    private static Amounts amounts(long vcpu, long memoryGib) {
        return new Amounts(
                Optional.of(BigDecimal.valueOf(vcpu)),
                Optional.of(BigDecimal.valueOf(memoryGib)),
                Optional.of(BigDecimal.valueOf(memoryGib * 10)),
                Optional.of(0));
    }

    private SitePrices prices(OperatorId operator, Technology technology) {
        return prices.computeIfAbsent(operator, fresh -> new HashMap<>())
                .computeIfAbsent(
                        technology,
                        fresh -> new PriceClass(
                                card(prices.size()), ZONE, technology, new SiteId("any"), InstantSource.system()));
    }

    private static RateCard card(int operator) {
        List<PriceLine> lines = new ArrayList<>();
        lines.add(line("vcpu", Meter.VCPU, 90 + operator * 7 % 50));
        lines.add(line("memory", Meter.MEMORY, 20 + operator * 3 % 20));
        lines.add(line("disk", Meter.DISK, 1));
        lines.add(line("volume", Meter.VOLUME, 2));
        lines.add(line("address", Meter.PUBLIC_ADDRESS, 40));
        if (operator % 10 == 0) {
            CalendarWindow night =
                    new CalendarWindow(List.of(DayOfWeek.values()), LocalTime.MIDNIGHT, LocalTime.of(6, 0));
            lines.add(line("night", Meter.VCPU, 50).at(Timing.during(night)));
        }
        return new RateCard(Currency.getInstance("EUR"), lines);
    }

    private static PriceLine line(String id, Meter meter, int tenThousandths) {
        Money price = new Money(Currency.getInstance("EUR"), BigDecimal.valueOf(tenThousandths, 4));
        return new PriceLine(id, meter, Optional.empty(), price, PricingUnit.HOUR);
    }

    private static Flavour flavour(String name, int vcpu, int memoryGib, int diskGib) {
        return new Flavour(name, BigDecimal.valueOf(vcpu), BigDecimal.valueOf(memoryGib), BigDecimal.valueOf(diskGib));
    }
}
