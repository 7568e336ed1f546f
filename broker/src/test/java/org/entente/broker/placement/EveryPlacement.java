package org.entente.broker.placement;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.entente.broker.placement.Policy.Affinity;
import org.entente.broker.placement.Policy.Spread;
import org.entente.broker.placement.Policy.Weights;
import org.entente.broker.site.Workload;

/** The best placement of a small request by trying every one, with the rules written down a second time. */
final class EveryPlacement {
    /** Shares of a range are whole thousand millionths. */
    static final BigDecimal ROUNDING = new BigDecimal("0.000001");

    private static final Workload EXAMPLE = new Workload.ContainerGroup("nginx", 1, BigDecimal.ONE, BigDecimal.ONE);

    private final SmallRequest request;
    private Optional<Best> best = Optional.empty();

    private EveryPlacement(SmallRequest request) {
        this.request = request;
    }

    /** How good a placement is. */
    record Best(int leftOut, BigDecimal cost) {}

    static Optional<Best> best(SmallRequest request) {
        EveryPlacement every = new EveryPlacement(request);
        every.from(0, new ArrayList<>());
        return every.best;
    }

    private void from(int wish, List<List<Integer>> sites) {
        if (wish == request.wishes().size()) {
            if (isAllowed(request, sites)) {
                Best one = judge(request, sites);
                if (best.isEmpty() || isBetter(one, best.get())) {
                    best = Optional.of(one);
                }
            }
            return;
        }
        choose(wish, 0, new ArrayList<>(), sites);
    }

    private void choose(int wish, int from, List<Integer> mine, List<List<Integer>> sites) {
        List<List<Integer>> next = new ArrayList<>(sites);
        next.add(List.copyOf(mine));
        from(wish + 1, next);
        if (mine.size() < request.wishes().get(wish).count()) {
            for (int site = from; site < request.sites().size(); site++) {
                mine.add(site);
                choose(wish, site, mine, sites);
                mine.removeLast();
            }
        }
    }

    private static boolean isBetter(Best one, Best other) {
        return one.leftOut() != other.leftOut()
                ? one.leftOut() < other.leftOut()
                : one.cost().compareTo(other.cost()) < 0;
    }

    static boolean isAllowed(SmallRequest request, List<List<Integer>> sites) {
        return fits(request, sites)
                && isSpread(request, sites)
                && isAffine(request, sites)
                && isAffordable(request, sites);
    }

    private static boolean fits(SmallRequest request, List<List<Integer>> sites) {
        SiteIndex index = request.index();
        for (int site = 0; site < index.size(); site++) {
            int here = site;
            BigDecimal free = index.candidate(site)
                    .capabilities()
                    .capacity()
                    .free()
                    .vcpu()
                    .orElseThrow();
            long standing = sites.stream()
                    .flatMap(List::stream)
                    .filter(one -> one == here)
                    .count();
            Set<String> countries = request.policy().where().countries();
            boolean isAbroad = !countries.isEmpty()
                    && !countries.contains(index.candidate(site).country());
            if (standing > free.longValueExact() || (isAbroad && standing > 0)) {
                return false;
            }
            for (int wish = 0; wish < sites.size(); wish++) {
                long mine = sites.get(wish).stream().filter(one -> one == here).count();
                if (mine > 0
                        && request.perSite(wish).isPresent()
                        && mine != request.perSite(wish).get()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isSpread(SmallRequest request, List<List<Integer>> sites) {
        for (Spread spread : request.policy().spreads()) {
            for (List<Integer> mine : sites) {
                List<Object> values =
                        mine.stream().map(domain(request, spread.domain())).toList();
                if (values.stream()
                        .anyMatch(value -> values.stream().filter(value::equals).count() > spread.most())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isAffine(SmallRequest request, List<List<Integer>> sites) {
        for (Affinity affinity : request.policy().affinities()) {
            Set<Object> first = new HashSet<>(sites.get(0).stream()
                    .map(domain(request, affinity.domain()))
                    .toList());
            Set<Object> second = new HashSet<>(sites.get(1).stream()
                    .map(domain(request, affinity.domain()))
                    .toList());
            Set<Object> all = new HashSet<>(first);
            all.addAll(second);
            if (affinity.together() ? all.size() > 1 : all.size() < first.size() + second.size()) {
                return false;
            }
            boolean asOne = affinity.together() && affinity.domain() == Policy.Domain.SITE && !all.isEmpty();
            if (asOne && leftOut(request, sites) > 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAffordable(SmallRequest request, List<List<Integer>> sites) {
        BigDecimal sum = sites.stream()
                .flatMap(List::stream)
                .map(site -> price(request.index(), site))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return request.policy()
                .ceiling()
                .allPerMonth()
                .map(most -> sum.compareTo(most.amount()) <= 0)
                .orElse(true);
    }

    private static Function<Integer, Object> domain(SmallRequest request, Policy.Domain domain) {
        SiteIndex index = request.index();
        return site -> switch (domain) {
            case SITE -> site;
            case OPERATOR -> index.place(site).operator();
            case COUNTRY -> index.candidate(site).country();
        };
    }

    static Best judge(SmallRequest request, List<List<Integer>> sites) {
        Weights weights = request.policy().weights();
        SiteIndex index = request.index();
        boolean onlyOperators = weights.cheapest() + weights.greenest() == 0;
        boolean single = weights.fewestOperators() == 0 && (weights.cheapest() == 0 || weights.greenest() == 0);
        BigDecimal cost = BigDecimal.ZERO;
        for (int wish = 0; wish < sites.size(); wish++) {
            for (int site : sites.get(wish)) {
                BigDecimal price = single ? price(index, site) : share(request, wish, site, EveryPlacement::price);
                BigDecimal energy = single ? energy(index, site) : share(request, wish, site, EveryPlacement::energy);
                cost = cost.add(price.multiply(BigDecimal.valueOf(onlyOperators ? 1 : weights.cheapest())))
                        .add(energy.multiply(BigDecimal.valueOf(weights.greenest())));
            }
        }
        long operators = sites.stream()
                .flatMap(List::stream)
                .map(site -> index.place(site).operator())
                .distinct()
                .count();
        int instances = request.wishes().stream().mapToInt(Wish::count).sum();
        long each = onlyOperators ? instances + 1 : weights.fewestOperators();
        return new Best(leftOut(request, sites), cost.add(BigDecimal.valueOf(Math.max(0, operators - 1) * each)));
    }

    private static int leftOut(SmallRequest request, List<List<Integer>> sites) {
        return request.wishes().stream().mapToInt(Wish::count).sum()
                - sites.stream().mapToInt(List::size).sum();
    }

    /** A number that belongs to a site. */
    private interface OfSite {
        BigDecimal of(SiteIndex index, int site);
    }

    /** The share of the range over the sites where one piece of the wish fits by itself. */
    private static BigDecimal share(SmallRequest request, int wish, int site, OfSite number) {
        SiteIndex index = request.index();
        List<BigDecimal> fitting = Stream.iterate(0, one -> one < index.size(), one -> one + 1)
                .filter(one -> fitsAlone(request, wish, one))
                .map(one -> number.of(index, one))
                .sorted()
                .toList();
        BigDecimal width = fitting.getLast().subtract(fitting.getFirst());
        return width.signum() == 0
                ? BigDecimal.ZERO
                : number.of(index, site).subtract(fitting.getFirst()).divide(width, MathContext.DECIMAL64);
    }

    private static boolean fitsAlone(SmallRequest request, int wish, int site) {
        Candidate candidate = request.index().candidate(site);
        boolean asOne = request.policy().affinities().stream()
                .anyMatch(affinity -> affinity.together() && affinity.domain() == Policy.Domain.SITE);
        int together = asOne
                ? request.wishes().get(wish).count()
                : request.perSite(wish).orElse(1);
        Set<String> countries = request.policy().where().countries();
        return candidate.capabilities().capacity().free().vcpu().orElseThrow().intValueExact() >= together
                && (countries.isEmpty() || countries.contains(candidate.country()));
    }

    private static BigDecimal price(SiteIndex index, int site) {
        return index.prices(site).perMonth(EXAMPLE).amount();
    }

    private static BigDecimal energy(SiteIndex index, int site) {
        return index.candidate(site).gramsCo2PerKwh().orElseThrow();
    }
}
