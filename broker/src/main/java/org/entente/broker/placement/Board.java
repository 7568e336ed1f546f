package org.entente.broker.placement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.entente.broker.placement.Lot.Part;
import org.entente.broker.placement.Policy.Affinity;
import org.entente.broker.placement.Policy.Domain;
import org.entente.broker.placement.Policy.Spread;

/** What stands where while a placement is looked for, and whether one more piece may stand at a site beside it. */
final class Board {
    private static final int FIRST_SHARED = Room.FREE.column(Resource.VCPU);

    private final SiteIndex sites;
    private final Judged[] wishes;
    private final Policy policy;
    private final long ceiling;
    private final Map<Integer, long[]> used = new HashMap<>();
    private final Counts spread = new Counts();
    private final Counts kept = new Counts();
    private final Counts operators = new Counts();
    private long price;
    private boolean ceilingMattered;

    Board(SiteIndex sites, Judged[] wishes, Policy policy) {
        this.sites = sites;
        this.wishes = wishes;
        this.policy = policy;
        this.ceiling = policy.ceiling()
                .allPerMonth()
                .map(most -> Scaled.available(most.amount()))
                .orElse(Long.MAX_VALUE);
    }

    /** How often each of some things was counted. */
    private static final class Counts {
        private final Map<Key, Integer> counts = new HashMap<>();

        private record Key(int rule, int member, int value) {}

        int of(int rule, int member, int value) {
            return counts.getOrDefault(new Key(rule, member, value), 0);
        }

        void add(int rule, int member, int value, int more) {
            Key key = new Key(rule, member, value);
            int sum = of(rule, member, value) + more;
            if (sum == 0) {
                counts.remove(key);
            } else {
                counts.put(key, sum);
            }
        }

        int different() {
            return counts.size();
        }
    }

    boolean allows(Lot lot, int site) {
        if (!hasRoom(lot, site) || !isSpread(lot, site) || !keepsAffinities(lot, site)) {
            return false;
        }
        if (price + lot.sum(wishes, site, Judged::price) > ceiling) {
            ceilingMattered = true;
            return false;
        }
        return true;
    }

    void put(Lot lot, int site) {
        change(lot, site, 1);
    }

    void takeBack(Lot lot, int site) {
        change(lot, site, -1);
    }

    int operators() {
        return operators.different();
    }

    /** Whether something was ever left out only because all together would have become too expensive. */
    boolean ceilingMattered() {
        return ceilingMattered;
    }

    private boolean hasRoom(Lot lot, int site) {
        long[] taken = used.get(site);
        if (taken == null) {
            return true;
        }
        long[] need = lot.need(wishes, site);
        for (int column = FIRST_SHARED; column < Room.COLUMNS; column++) {
            if (need[column] > 0 && sites.room.limit(site, column) - taken[column] < need[column]) {
                return false;
            }
        }
        return true;
    }

    private boolean isSpread(Lot lot, int site) {
        if (lot.named().isPresent()) {
            return true;
        }
        for (int rule = 0; rule < policy.spreads().size(); rule++) {
            Spread limit = policy.spreads().get(rule);
            int value = value(limit.domain(), site);
            for (Part part : lot.parts()) {
                if (spread.of(rule, part.wish(), value) + part.count() > limit.most()) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean keepsAffinities(Lot lot, int site) {
        for (int rule = 0; rule < policy.affinities().size(); rule++) {
            Affinity affinity = policy.affinities().get(rule);
            int value = value(affinity.domain(), site);
            List<Integer> mine = lot.parts().stream()
                    .map(Part::wish)
                    .filter(wish -> isMember(affinity, wish))
                    .toList();
            if (!mine.isEmpty() && !(affinity.together() ? isAlone(rule, value) : isApart(rule, mine, value))) {
                return false;
            }
        }
        return true;
    }

    /** Whether nothing of an affinity stands in another domain. Member -1 counts all of its workloads. */
    private boolean isAlone(int rule, int value) {
        return kept.of(rule, -1, -1) == kept.of(rule, -1, value);
    }

    private boolean isApart(int rule, List<Integer> mine, int value) {
        if (mine.size() > 1) {
            return false;
        }
        return kept.of(rule, -1, value) == kept.of(rule, mine.getFirst(), value);
    }

    private boolean isMember(Affinity affinity, int wish) {
        return affinity.workloads().contains(wishes[wish].wish().name());
    }

    private void change(Lot lot, int site, int sign) {
        long[] taken = used.computeIfAbsent(site, fresh -> new long[Room.COLUMNS]);
        long[] need = lot.need(wishes, site);
        for (int column = FIRST_SHARED; column < Room.COLUMNS; column++) {
            taken[column] += sign * need[column];
        }
        price += sign * lot.sum(wishes, site, Judged::price);
        operators.add(0, 0, sites.operators.code(site), sign);
        for (Part part : lot.parts()) {
            count(part, lot.named().isPresent(), site, sign);
        }
    }

    private void count(Part part, boolean named, int site, int sign) {
        for (int rule = 0; rule < policy.spreads().size() && !named; rule++) {
            spread.add(rule, part.wish(), value(policy.spreads().get(rule).domain(), site), sign * part.count());
        }
        for (int rule = 0; rule < policy.affinities().size(); rule++) {
            Affinity affinity = policy.affinities().get(rule);
            if (isMember(affinity, part.wish())) {
                int value = value(affinity.domain(), site);
                kept.add(rule, part.wish(), value, sign);
                kept.add(rule, -1, value, sign);
                kept.add(rule, -1, -1, sign);
            }
        }
    }

    int value(Domain domain, int site) {
        return switch (domain) {
            case SITE -> site;
            case OPERATOR -> sites.operators.code(site);
            case COUNTRY -> sites.countries.code(site);
        };
    }
}
