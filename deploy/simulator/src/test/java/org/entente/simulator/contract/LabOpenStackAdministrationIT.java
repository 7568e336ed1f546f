package org.entente.simulator.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.util.Optional;
import org.entente.broker.site.Endpoint;
import org.junit.jupiter.api.BeforeAll;

/** The contract at a real OpenStack, given as for {@link LabOpenStackIT}. Its account must be an administrator's. */
final class LabOpenStackAdministrationIT extends OpenStackAdministrationContract {
    @BeforeAll
    static void skipLoudlyWithoutLab() {
        boolean given = setting("ENTENTE_LAB_OPENSTACK").isPresent();
        if (!given) {
            System.out.println("SKIPPED: nothing was set up at a real OpenStack, as ENTENTE_LAB_OPENSTACK is not set.");
        }
        assumeTrue(given, "ENTENTE_LAB_OPENSTACK is not set");
    }

    @Override
    Endpoint endpoint() {
        return new Endpoint(
                URI.create(setting("ENTENTE_LAB_OPENSTACK").orElseThrow()),
                setting("ENTENTE_LAB_USER").orElseThrow(),
                setting("ENTENTE_LAB_PASSWORD").orElseThrow(),
                "");
    }

    private static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(name)))
                .filter(value -> !value.isBlank());
    }
}
