package org.entente.broker.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.agreements.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SiteSelectorTest {
    private static final SiteSelector OPEN =
            new SiteSelector(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    private static final ConnectedSite NICE = site(SiteState.AVAILABLE, Optional.of(Technology.OPENSTACK));

    @Test
    void saysNothingMeansEverySiteButThoseThatLeft() {
        assertThat(OPEN.isOpen()).isTrue();
        assertThat(OPEN.means(NICE, Set.of())).isTrue();
        assertThat(OPEN.means(site(SiteState.RETIRED, Optional.of(Technology.OPENSTACK)), Set.of()))
                .isFalse();
    }

    @Test
    void everyCriterionMustFit() {
        SiteSelector fitting = new SiteSelector(
                Set.of(new SiteId("nice"), new SiteId("lyon")),
                Set.of("FR"),
                Set.of("south"),
                Set.of(Technology.OPENSTACK),
                Set.of(SiteState.AVAILABLE),
                Set.of("tier=edge"));

        assertThat(fitting.means(NICE, Set.of("tier=edge", "green"))).isTrue();
        assertThat(fitting.means(NICE, Set.of("green"))).isFalse();
        assertThat(fitting.means(site(SiteState.DEGRADED, Optional.of(Technology.OPENSTACK)), Set.of("tier=edge")))
                .isFalse();
        assertThat(fitting.means(site(SiteState.AVAILABLE, Optional.empty()), Set.of("tier=edge")))
                .isFalse();
    }

    @Test
    void aStateThatThereIsNotIsSaidToBeNone() {
        assertThat(SiteState.named(List.of("draining", "RETIRED")))
                .containsExactlyInAnyOrder(SiteState.DRAINING, SiteState.RETIRED);
        assertThatThrownBy(() -> SiteState.named(List.of("asleep")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("asleep");
    }

    private static ConnectedSite site(SiteState state, Optional<Technology> technology) {
        return new ConnectedSite(
                new SiteId("nice"),
                "Nice",
                ConnectedSite.StatedPlace.in("FR"),
                technology,
                new Endpoint(URI.create("http://nice.invalid"), "account", "", "south"),
                1,
                state,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
