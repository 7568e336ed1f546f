package org.entente.launcher.part;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.launcher.process.Listener;
import org.entente.launcher.progress.LaunchException;
import org.entente.launcher.settings.Ports;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    private static final Ports PORTS = new Ports(7400);

    private final List<Part> parts = List.of(part("database", 7400), part("server", 7401));

    @Test
    void freePortsAreFine() {
        assertThatCode(() -> taken(Set.of(7402)).require(parts, PORTS)).doesNotThrowAnyException();
    }

    @Test
    void aTakenPortIsToldWithItsPartItsProcessAndAWayOut() {
        PortCheck check = new PortCheck(port -> port != 7401, port -> Optional.of(new Listener(4711, "nginx")));

        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> check.require(parts, PORTS))
                .withMessage(
                        "Another program has port 7401 (needed by The server; process 4711, nginx): stop it, or"
                                + " choose other ports with ENTENTE_PORT_BASE, for example ENTENTE_PORT_BASE=7500 ./entente up.");
    }

    @Test
    void allTakenPortsAreTold() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> taken(Set.of(7400, 7401)).require(parts, PORTS))
                .withMessageStartingWith("Another program has port 7400 (needed by The database),"
                        + " 7401 (needed by The server): stop it, or");
    }

    @Test
    void aBlockThatIsPartlyTakenIsNotRecommended() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> taken(Set.of(7400, 7510, 7600)).require(parts, PORTS))
                .withMessageContaining("ENTENTE_PORT_BASE=7700 ./entente up");
    }

    @Test
    void withoutAnyFreeBlockTheUserIsAskedForOne() {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> new PortCheck(port -> false, port -> Optional.empty()).require(parts, PORTS))
                .withMessageEndingWith("ENTENTE_PORT_BASE, a block of 11 free ports.");
    }

    private static PortCheck taken(Set<Integer> ports) {
        return new PortCheck(port -> !ports.contains(port), port -> Optional.empty());
    }

    private static Part part(String key, int port) {
        return new FakePart(key, port, Path.of("run"), FakePart.journal());
    }
}
