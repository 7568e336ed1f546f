package org.entente.simulator.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.entente.simulator.site.SettableClock;
import org.entente.simulator.site.SimulatedSite;
import org.entente.simulator.site.Switches;
import org.junit.jupiter.api.Test;

final class CloudTest {
    private final SettableClock clock = new SettableClock();
    private final SimulatedSite site = SettableClock.site("lyon", 200);
    private final Cloud cloud = new Cloud(site, clock);

    @Test
    void serverLivesByTheClock() {
        String id = create("one", "m1.tiny").id();
        assertThat(state(id)).isEqualTo("BUILD spawning");

        clock.forward(199);
        assertThat(state(id)).isEqualTo("BUILD spawning");
        clock.forward(1);
        assertThat(state(id)).isEqualTo("ACTIVE ");

        cloud.delete(id);
        clock.forward(150);
        cloud.delete(id);
        assertThat(state(id)).isEqualTo("ACTIVE deleting");
        clock.forward(50);
        assertThatExceptionOfType(OpenStackFault.class)
                .isThrownBy(() -> cloud.server(id))
                .matches(fault -> fault.status() == 404);
    }

    @Test
    void serverWithoutRoomEndsInErrorAndHoldsNothing() {
        int most = cloud.shape().vcpuTotal() / 2;
        for (int number = 0; number < most; number++) {
            create("server" + number, "m1.medium");
        }

        SimulatedServer tooMany = create("too-many", "m1.medium");
        clock.forward(200);

        assertThat(tooMany.statusAt(clock.instant())).isEqualTo("ERROR");
        assertThat(tooMany.fault())
                .hasValueSatisfying(fault -> assertThat(fault).startsWith("No valid host"));
        assertThat(cloud.used().vcpus()).isEqualTo(cloud.shape().vcpuTotal());
    }

    @Test
    void deletedServerGivesItsRoomBack() {
        SimulatedServer server = create("one", "m1.medium");
        assertThat(cloud.used()).isEqualTo(new Cloud.Used(1, 2, 4096));

        cloud.delete(server.id());
        clock.forward(200);

        assertThat(cloud.used()).isEqualTo(new Cloud.Used(0, 0, 0));
    }

    @Test
    void usedUpQuotaIsForbidden() {
        site.turn(new Switches(200, 0, false, true));

        assertThatExceptionOfType(OpenStackFault.class)
                .isThrownBy(() -> create("one", "m1.tiny"))
                .matches(fault -> fault.status() == 403)
                .withMessageContaining("Quota exceeded");
    }

    @Test
    void serversAreFoundByPattern() {
        create("entente-a", "m1.tiny");
        create("entente-ab", "m1.tiny");

        assertThat(cloud.servers(Pattern.compile("^entente-a$"))).hasSize(1);
        assertThat(cloud.servers(Pattern.compile("entente-a"))).hasSize(2);
    }

    @Test
    void tokenEndsWithItsHourOrWhenRevoked() {
        String first = cloud.tokens().issue().token();
        clock.forward(3_599_999);
        assertThat(cloud.tokens().isValid(first)).isTrue();
        clock.forward(1);
        assertThat(cloud.tokens().isValid(first)).isFalse();

        String second = cloud.tokens().issue().token();
        cloud.tokens().revokeAll();
        assertThat(cloud.tokens().isValid(second)).isFalse();
    }

    @Test
    void shapeFollowsFromTheName() {
        assertThat(CloudShape.of(SettableClock.site("nice", 0)))
                .isEqualTo(CloudShape.of(SettableClock.site("nice", 9)));
        assertThat(CloudShape.of(SettableClock.site("nice", 0)).projectId())
                .isNotEqualTo(cloud.shape().projectId());
    }

    @Test
    void everySiteOffersTheSameBasics() {
        for (int number = 0; number < 200; number++) {
            CloudShape shape = CloudShape.of(SettableClock.site("site-" + number, 0));

            assertThat(shape.flavours())
                    .extracting(CloudShape.Flavour::name)
                    .contains("m1.tiny", "m1.small", "m1.medium");
            assertThat(shape.images()).extracting(CloudShape.Image::name).contains("cirros");
            assertThat(shape.vcpuTotal()).isGreaterThanOrEqualTo(32);
        }
    }

    private SimulatedServer create(String name, String flavourName) {
        List<CloudShape.Flavour> flavours = cloud.shape().flavours();
        CloudShape.Flavour flavour = flavours.stream()
                .filter(offered -> offered.name().equals(flavourName))
                .findFirst()
                .orElseThrow();
        return cloud.create(name, cloud.shape().images().getFirst(), flavour, Map.of());
    }

    private String state(String id) {
        SimulatedServer server = cloud.server(id);
        return server.statusAt(clock.instant()) + " "
                + server.taskAt(clock.instant()).orElse("");
    }
}
