package org.entente.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.agreements.document.OrderedWorkload.Volume;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.openstack.OpenStackSite;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.MarkedResource;
import org.entente.broker.site.Observation;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Workload;
import org.entente.simulator.process.RunningSimulator;
import org.junit.jupiter.api.Test;

final class SimulatedOpenStackIT extends SimulatedSiteContract {
    private final Endpoint endpoint;

    SimulatedOpenStackIT(RunningSimulator simulator) {
        super(simulator, "contract-openstack");
        this.endpoint = endpointOf(siteName());
    }

    private Endpoint endpointOf(String site) {
        return new Endpoint(
                simulator().address().resolve("/openstack/" + site + "/identity/v3"),
                "simulator@simulator",
                "simulator",
                "RegionOne");
    }

    @Override
    Technology technology() {
        return Technology.OPENSTACK;
    }

    @Override
    Endpoint endpoint() {
        return endpoint;
    }

    @Override
    Workload workload() {
        return Machines.tiny();
    }

    @Override
    List<Workload> notOffered() {
        return Machines.notOffered();
    }

    @Override
    int count(InstanceId instance) {
        return new PlainOpenStack(endpoint).count("entente-" + instance);
    }

    @Test
    void everySiteOffersWhatTheLabDoes() {
        SiteCapabilities capabilities = site().probe();

        assertThat(capabilities.images().names()).contains("cirros");
        assertThat(capabilities.flavours())
                .contains(
                        new SiteCapabilities.Flavour("m1.tiny", BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.ONE))
                .contains(new SiteCapabilities.Flavour(
                        "m1.small", BigDecimal.ONE, new BigDecimal("2"), new BigDecimal("20")))
                .contains(new SiteCapabilities.Flavour(
                        "m1.medium", new BigDecimal("2"), new BigDecimal("4"), new BigDecimal("40")));
    }

    @Test
    void runningServerTellsItsAddress() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);

        assertThat(site().observe(instance))
                .isInstanceOfSatisfying(
                        Observation.Running.class,
                        running -> assertThat(running.address())
                                .hasValueSatisfying(
                                        address -> assertThat(address).startsWith("10.")));
    }

    @Test
    void expiredTokenIsRenewedOnTheWay() {
        InstanceId instance = fresh();
        site().create(instance, workload());

        simulator()
                .call()
                .delete("/simulator/sites/{site}/tokens", siteName())
                .then()
                .statusCode(204);

        awaitRunning(instance);
    }

    @Test
    void machineGetsAllItNeedsMarkedAndLeavesNothing() {
        InstanceId instance = fresh();
        Workload whole = Machines.complete(
                new Volume("data", BigDecimal.TEN, Optional.empty()),
                new Volume("log", BigDecimal.ONE, Optional.of("ssd")));

        createPatiently(instance, whole);
        awaitRunning(instance);

        assertThat(marked(instance))
                .extracting(MarkedResource::kind)
                .containsExactlyInAnyOrder(
                        "server", "floatingip", "port", "security_group", "volume", "volume", "keypair");
        assertThat(site().observe(instance))
                .isInstanceOfSatisfying(
                        Observation.Running.class,
                        running -> assertThat(running.address())
                                .hasValueSatisfying(
                                        address -> assertThat(address).startsWith("203.0.113.")));
        site().delete(instance);
        awaitAbsent(instance);
        site().delete(instance);
        assertThat(marked(instance)).isEmpty();
    }

    /** Each call of a creation fails once: whatever was made before is found by the next attempt. */
    @Test
    void creationThatCrashesAtAnyCallMakesNothingTwice() {
        InstanceId instance = fresh();
        Workload whole = Machines.complete(new Volume("data", BigDecimal.TEN, Optional.empty()));

        for (int every = 2; every < 16; every++) {
            simulator().turn(siteName(), Map.of("failEvery", every));
            try {
                site().create(instance, whole);
            } catch (SiteException crashed) {
                assertThat(crashed.isPassing()).as(crashed.getMessage()).isTrue();
            }
        }
        simulator().turn(siteName(), Map.of());
        createPatiently(instance, whole);
        awaitRunning(instance);

        assertThat(marked(instance))
                .extracting(MarkedResource::kind)
                .containsExactlyInAnyOrder("server", "floatingip", "port", "security_group", "volume", "keypair");
    }

    @Test
    void machineGrowsInSteps() {
        InstanceId instance = fresh();
        site().create(instance, workload());
        awaitRunning(instance);

        await().atMost(patience()).until(() -> site().resize(instance, Machines.medium()));

        assertThat(site().resize(instance, Machines.medium())).isTrue();
        assertThat(count(instance)).isEqualTo(1);
        awaitRunning(instance);
    }

    @Test
    void applicationCredentialLogsIn() {
        Endpoint credential =
                new Endpoint(endpoint.address(), "application-credential:simulator", "simulator", "RegionOne");

        assertThat(new OpenStackSite(credential).probe().technology()).isEqualTo(Technology.OPENSTACK);
    }

    @Test
    void probeTellsAllThatTheSiteDoes() {
        SiteCapabilities seen = site().probe();

        assertThat(seen.apis())
                .extracting(SiteCapabilities.ApiVersions::name)
                .containsExactly("compute", "image", "network", "volume", "placement");
        assertThat(seen.capacity().largest().vcpu().orElseThrow())
                .isLessThanOrEqualTo(seen.capacity().free().vcpu().orElseThrow());
        assertThat(seen.capacity().quota().vcpu()).isEmpty();
        assertThat(seen.architectures()).contains(List.of("x86_64"));
        assertThat(seen.gpus()).contains(List.of());
        assertThat(seen.images().formats().orElseThrow()).contains("raw", "qcow2");
        assertThat(seen.storage().types()).contains(List.of("ssd"));
        assertThat(seen.storage().preferred()).contains("ssd");
        assertThat(seen.networking().networks()).contains(List.of("edge"));
        assertThat(seen.networking().publicAddresses()).contains(true);
        assertThat(seen.missing()).isEmpty();
    }

    /** A site takes its time for a volume, and the machine is asked for again. */
    private void createPatiently(InstanceId instance, Workload workload) {
        await().atMost(patience())
                .ignoreExceptionsMatching(failure -> failure instanceof SiteException waiting && waiting.isPassing())
                .until(() -> {
                    site().create(instance, workload);
                    return true;
                });
    }

    /** The seeded shape of this site is the smallest that offers m1.xlarge: two hosts of 16 processors. */
    @Test
    void serverWithoutRoomFailsWithTheReason() {
        Site crowded = new OpenStackSite(endpointOf("crowded-32"));
        Workload large = new Workload.VirtualMachine(
                "cirros", "m1.xlarge", new BigDecimal("8"), new BigDecimal("16"), new BigDecimal("160"));
        for (int used = 0; used < 32; used += 8) {
            crowded.create(fresh(), large);
        }
        InstanceId oneTooMany = fresh();

        crowded.create(oneTooMany, large);

        await().atMost(patience())
                .until(() -> crowded.observe(oneTooMany) instanceof Observation.Failed failed
                        && failed.reason().startsWith("No valid host was found"));
    }

    @Test
    void unknownRegionIsBroken() {
        Endpoint elsewhere = new Endpoint(endpoint.address(), endpoint.account(), endpoint.secret(), "RegionTwo");

        assertRefused(SiteException.Code.BROKEN, () -> new OpenStackSite(elsewhere).probe());
    }
}
