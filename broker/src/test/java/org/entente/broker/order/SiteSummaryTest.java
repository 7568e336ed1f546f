package org.entente.broker.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.ConnectedSite;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteState;
import org.junit.jupiter.api.Test;

class SiteSummaryTest {
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");

    @Test
    void sumsWhatIsToldAndSaysOfHowManySites() {
        SiteSummary summary = SiteSummary.of(
                List.of(
                        site("one", SiteState.AVAILABLE, Optional.of(Amounts.of(BigDecimal.TEN, BigDecimal.TWO))),
                        site("two", SiteState.DEGRADED, Optional.of(Amounts.UNKNOWN)),
                        site("three", SiteState.AVAILABLE, Optional.of(Amounts.of(BigDecimal.ONE, BigDecimal.ONE)))),
                List.of());

        assertThat(summary.total().vcpu()).isEqualTo(new SiteSummary.Sum(Optional.of(new BigDecimal("11")), 2, 1));
        assertThat(summary.total().diskGib()).isEqualTo(new SiteSummary.Sum(Optional.empty(), 0, 3));
        assertThat(summary.used().vcpu()).isEqualTo(new SiteSummary.Sum(Optional.empty(), 0, 3));
        assertThat(summary.states()).isEqualTo(Map.of("available", 2L, "degraded", 1L));
        assertThat(summary.oldestSeenAt()).hasValue(NOON);
    }

    @Test
    void countsWhatIsHeldAtTheChosenSitesOnly() {
        SiteSummary summary = SiteSummary.of(
                List.of(site("one", SiteState.AVAILABLE, Optional.of(Amounts.UNKNOWN))),
                List.of(held("one", 3), held("elsewhere", 5)));

        assertThat(summary.held().instances()).isEqualTo(3);
        assertThat(summary.held().vcpu()).isEqualByComparingTo("3");
    }

    @Test
    void aSiteThatWasNeverSeenLeavesNobodyKnowingSinceWhen() {
        SiteSummary summary = SiteSummary.of(List.of(site("one", SiteState.CONNECTING, Optional.empty())), List.of());

        assertThat(summary.oldestSeenAt()).isEmpty();
        assertThat(summary.technologies()).isEqualTo(Map.of("unknown", 1L));
    }

    private static HeldAtSite held(String site, long instances) {
        BigDecimal each = BigDecimal.valueOf(instances);
        return new HeldAtSite(site, instances, each, each, each, 0);
    }

    private static ConnectedSite site(String id, SiteState state, Optional<Amounts> total) {
        Optional<SiteCapabilities> seen = total.map(amounts -> {
            SiteCapabilities bare = SiteCapabilities.bare(Technology.OPENSTACK, "2.96");
            return bare.having(
                    bare.flavours(),
                    bare.images(),
                    new Capacity(amounts, Amounts.UNKNOWN, Amounts.UNKNOWN, Amounts.UNKNOWN));
        });
        return new ConnectedSite(
                new SiteId(id),
                id,
                ConnectedSite.StatedPlace.in("FR"),
                seen.map(SiteCapabilities::technology),
                new Endpoint(URI.create("http://" + id + ".invalid"), "account", "", ""),
                1,
                state,
                seen,
                seen.map(known -> NOON),
                Optional.empty(),
                List.of());
    }
}
