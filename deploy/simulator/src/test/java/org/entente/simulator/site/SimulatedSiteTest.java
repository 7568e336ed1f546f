package org.entente.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SimulatedSiteTest {
    private final SimulatedSites sites = new SimulatedSites(new SimulatorConfig() {
        @Override
        public long delayMillis() {
            return 70;
        }

        @Override
        public long answerDelayMillis() {
            return 0;
        }

        @Override
        public int sitesMax() {
            return 2;
        }
    });

    @Test
    void siteComesIntoBeingWhenNamed() {
        SimulatedSite site = sites.named("lyon").orElseThrow();

        assertThat(site.switches()).isEqualTo(new Switches(70, 0, false, false));
        assertThat(sites.named("lyon")).containsSame(site);
        assertThat(sites.names()).containsExactly("lyon");
    }

    @Test
    void whatIsNoNameIsNoSite() {
        for (String name : List.of("", "Lyon", "-lyon", "lyon-", "ly/on", "l".repeat(65))) {
            assertThat(sites.named(name)).as(name).isEmpty();
        }
        assertThat(sites.names()).isEmpty();
    }

    @Test
    void oneSiteTooManyIsNone() {
        assertThat(sites.named("lyon")).isPresent();
        assertThat(sites.named("nice")).isPresent();

        assertThat(sites.named("brest")).isEmpty();
        assertThat(sites.named("nice")).isPresent();
    }

    @Test
    void everySoManyCallsOneFails() {
        SimulatedSite site = new SimulatedSite("lyon", new Switches(0, 3, false, false));

        assertThat(IntStream.rangeClosed(1, 7).mapToObj(call -> site.failsNow()))
                .containsExactly(false, false, true, false, false, true, false);
    }

    @Test
    void calmSiteNeverFails() {
        SimulatedSite site = new SimulatedSite("lyon", Switches.calm(0));

        assertThat(IntStream.rangeClosed(1, 100).mapToObj(call -> site.failsNow()))
                .doesNotContain(true);
    }

    @Test
    void chanceFollowsFromNameAndPurpose() {
        SimulatedSite site = new SimulatedSite("lyon", Switches.calm(0));

        assertThat(site.random("a").nextLong()).isEqualTo(site.random("a").nextLong());
        assertThat(site.random("a").nextLong()).isNotEqualTo(site.random("b").nextLong());
    }

    @Test
    void switchesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Switches(-1, 0, false, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Switches(3_600_001, 0, false, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Switches(0, -1, false, false));
    }
}
