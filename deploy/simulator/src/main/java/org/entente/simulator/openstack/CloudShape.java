package org.entente.simulator.openstack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.entente.simulator.site.SimulatedSite;

/**
 * What an OpenStack site is made of, by its name. Every site has the image {@code cirros} and the flavours
 * {@code m1.tiny}, {@code m1.small} and {@code m1.medium}; releases, hosts and the rest differ.
 *
 * @param microversion the highest of Nova
 * @param hosts hypervisors in all
 */
record CloudShape(
        String microversion,
        String projectId,
        String userId,
        Network network,
        List<Flavour> flavours,
        List<Image> images,
        int hosts,
        int vcpuPerHost,
        int memoryGibPerHost) {
    /** OpenStack Victoria, Zed and Epoxy. */
    private static final List<String> MICROVERSIONS = List.of("2.87", "2.93", "2.100");

    private static final List<String> MORE_IMAGES = List.of("debian-12", "debian-13", "ubuntu-24.04", "fedora-42");

    /** Memory in MiB, disk in GiB. */
    record Flavour(String id, String name, int vcpus, int ram, int disk) {}

    record Image(String id, String name, long size) {}

    record Network(String id, String name, String ownerId) {}

    static CloudShape of(SimulatedSite site) {
        SplittableRandom random = site.random("openstack");
        return new CloudShape(
                MICROVERSIONS.get(random.nextInt(MICROVERSIONS.size())),
                plainId(site, "project"),
                plainId(site, "user"),
                new Network(id(site, "network"), "edge", plainId(site, "network-owner")),
                flavours(site, random.nextInt(3)),
                images(site, random.nextInt(MORE_IMAGES.size() + 1)),
                2 + random.nextInt(15),
                16 << random.nextInt(3),
                64 << random.nextInt(3));
    }

    int vcpuTotal() {
        return hosts * vcpuPerHost;
    }

    int memoryMibTotal() {
        return hosts * memoryGibPerHost * 1024;
    }

    private static List<Flavour> flavours(SimulatedSite site, int more) {
        List<Flavour> flavours = new ArrayList<>(List.of(
                new Flavour(id(site, "m1.tiny"), "m1.tiny", 1, 512, 1),
                new Flavour(id(site, "m1.small"), "m1.small", 1, 2048, 20),
                new Flavour(id(site, "m1.medium"), "m1.medium", 2, 4096, 40)));
        List<Flavour> larger = List.of(
                new Flavour(id(site, "m1.large"), "m1.large", 4, 8192, 80),
                new Flavour(id(site, "m1.xlarge"), "m1.xlarge", 8, 16384, 160));
        flavours.addAll(larger.subList(0, more));
        return List.copyOf(flavours);
    }

    private static List<Image> images(SimulatedSite site, int more) {
        List<Image> images = new ArrayList<>(List.of(new Image(id(site, "cirros"), "cirros", 21_430_272)));
        MORE_IMAGES.subList(0, more).forEach(name -> images.add(new Image(id(site, name), name, 700L << 20)));
        return List.copyOf(images);
    }

    private static String id(SimulatedSite site, String of) {
        return UUID.nameUUIDFromBytes((site.name() + "/" + of).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static String plainId(SimulatedSite site, String of) {
        return id(site, of).replace("-", "");
    }
}
