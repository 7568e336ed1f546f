package org.entente.broker.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.entente.broker.site.SiteState.AVAILABLE;
import static org.entente.broker.site.SiteState.CONNECTING;
import static org.entente.broker.site.SiteState.DEGRADED;
import static org.entente.broker.site.SiteState.DRAINING;
import static org.entente.broker.site.SiteState.RETIRED;
import static org.entente.broker.site.SiteState.UNREACHABLE;

import java.util.EnumSet;
import java.util.Set;
import org.entente.agreements.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SiteLifeTest {
    private static final SiteLife.Event WELL = new SiteLife.Event.Probed(true);
    private static final SiteLife.Event PARTLY = new SiteLife.Event.Probed(false);
    private static final SiteLife.Event FAILED = new SiteLife.Event.ProbeFailed();
    private static final SiteLife.Event DRAIN = new SiteLife.Event.Drain();
    private static final SiteLife.Event RETURN = new SiteLife.Event.Return();
    private static final SiteLife.Event RETIRE = new SiteLife.Event.Retire();
    private static final SiteLife.Event CONNECT = new SiteLife.Event.Connect();

    @Test
    void aProbeDecidesWhereTheSiteIsInUse() {
        for (SiteState state : EnumSet.of(CONNECTING, AVAILABLE, DEGRADED, UNREACHABLE)) {
            assertThat(SiteLife.after(state, WELL)).isEqualTo(AVAILABLE);
            assertThat(SiteLife.after(state, PARTLY)).isEqualTo(DEGRADED);
        }
        for (SiteState state : EnumSet.of(AVAILABLE, DEGRADED, UNREACHABLE)) {
            assertThat(SiteLife.after(state, FAILED)).isEqualTo(UNREACHABLE);
        }
    }

    @Test
    void nothingIsAdvertisedBeforeTheFirstAnsweredProbe() {
        assertThat(SiteLife.after(CONNECTING, FAILED)).isEqualTo(CONNECTING);
        assertThat(CONNECTING.takesOrders()).isFalse();
    }

    @Test
    void noProbeBringsADrainingOrRetiredSiteBack() {
        for (SiteState state : EnumSet.of(DRAINING, RETIRED)) {
            assertThat(SiteLife.after(state, WELL)).isEqualTo(state);
            assertThat(SiteLife.after(state, FAILED)).isEqualTo(state);
        }
    }

    @Test
    void aReturningSiteIsProbedBeforeItTakesOrders() {
        assertThat(SiteLife.after(DRAINING, RETURN)).isEqualTo(CONNECTING);
    }

    @Test
    void onlyWhatMakesSenseIsAllowed() {
        assertAllowed(DRAIN, EnumSet.of(AVAILABLE, DEGRADED, UNREACHABLE, DRAINING));
        assertAllowed(RETURN, EnumSet.complementOf(EnumSet.of(RETIRED)));
        assertAllowed(RETIRE, EnumSet.of(CONNECTING, DRAINING, RETIRED));
        assertAllowed(CONNECT, EnumSet.of(RETIRED));
    }

    private static void assertAllowed(SiteLife.Event event, Set<SiteState> from) {
        for (SiteState state : SiteState.values()) {
            if (from.contains(state)) {
                assertThat(SiteLife.after(state, event)).isNotNull();
            } else {
                assertThatExceptionOfType(ProblemException.class)
                        .as("%s from %s", event, state)
                        .isThrownBy(() -> SiteLife.after(state, event));
            }
        }
    }
}
