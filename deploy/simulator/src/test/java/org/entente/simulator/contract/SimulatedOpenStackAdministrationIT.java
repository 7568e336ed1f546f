package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.simulator.contract.SiteContract.assertRefused;

import java.util.Map;
import java.util.Optional;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteAdministration.Ensured;
import org.entente.broker.site.SiteAdministration.WantedQuota;
import org.entente.broker.site.SiteException;
import org.entente.simulator.process.RunningSimulator;
import org.entente.simulator.process.SimulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SimulatorExtension.class)
final class SimulatedOpenStackAdministrationIT extends OpenStackAdministrationContract {
    private static final String SITE = "administered-openstack";

    private final RunningSimulator simulator;

    SimulatedOpenStackAdministrationIT(RunningSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    Endpoint endpoint() {
        return new Endpoint(
                simulator.address().resolve("/openstack/" + SITE + "/identity/v3"),
                "simulator@simulator",
                "simulator",
                "");
    }

    /** The lab has neither volumes nor a way to the internet: these quotas are seen at the simulator alone. */
    @Test
    void quotaSpansTheServices() {
        WantedQuota wanted = new WantedQuota(
                Optional.of(5), Optional.of(10), Optional.of(20_480), Optional.of(3), Optional.of(100), Optional.of(2));

        assertThat(administration().ensureQuota(wanted))
                .isInstanceOfSatisfying(
                        Ensured.Changed.class,
                        changed -> assertThat(changed.before())
                                .endsWith("cores -1, ram -1, volumes -1, gigabytes -1, floatingip -1"));
        assertThat(administration().ensureQuota(wanted)).isEqualTo(new Ensured.Unchanged());
    }

    @Test
    void cutSiteIsUnreachableAndMayBeAskedAgain() {
        simulator.turn(SITE, Map.of("unreachable", true));
        assertRefused(SiteException.Code.UNREACHABLE, () -> administration().ensureQuota(instances(5)));
        simulator.turn(SITE, Map.of());

        assertThat(administration().ensureQuota(instances(50))).isNotInstanceOf(Ensured.Differs.class);
    }
}
