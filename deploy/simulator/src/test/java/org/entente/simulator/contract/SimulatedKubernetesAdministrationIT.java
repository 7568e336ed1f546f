package org.entente.simulator.contract;

import static org.entente.simulator.contract.SiteContract.assertRefused;

import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.UUID;
import org.entente.broker.kubernetes.KubernetesSite;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteAdministration;
import org.entente.broker.site.SiteAdministration.WantedFlavour;
import org.entente.broker.site.SiteAdministration.WantedKey;
import org.entente.broker.site.SiteAdministration.WantedQuota;
import org.entente.broker.site.SiteException.Code;
import org.entente.simulator.process.RunningSimulator;
import org.entente.simulator.process.SimulatorExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What cannot be set up at a Kubernetes site, because only clouds of virtual machines have it. */
@ExtendWith(SimulatorExtension.class)
final class SimulatedKubernetesAdministrationIT {
    private final Vertx vertx = Vertx.vertx();
    private final KubernetesSite site;

    SimulatedKubernetesAdministrationIT(RunningSimulator simulator) {
        this.site = new KubernetesSite(
                new Endpoint(
                        simulator.address().resolve("/kubernetes/administered-kubernetes"),
                        "a" + UUID.randomUUID().toString().substring(0, 8),
                        "simulator",
                        ""),
                vertx);
    }

    @AfterEach
    void close() {
        site.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void whatAClusterDoesNotHaveIsNotOffered() {
        assertRefused(Code.NOT_OFFERED, () -> administration().ensureFlavour(new WantedFlavour("s", 1, 512, 1)));
        assertRefused(Code.NOT_OFFERED, () -> administration().ensureKey(new WantedKey("erik", "ssh-ed25519 AAAA")));
        assertRefused(Code.NOT_OFFERED, () -> administration().ensureImageName("debian", "0".repeat(64)));
        assertRefused(Code.NOT_OFFERED, () -> administration().ensureQuota(quota()));
    }

    private SiteAdministration administration() {
        return site.administration().orElseThrow();
    }

    private static WantedQuota quota() {
        return new WantedQuota(
                Optional.empty(),
                Optional.of(8),
                Optional.of(4096),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
