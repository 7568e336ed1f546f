package org.entente.simulator.kubernetes;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.entente.simulator.site.SimulatedSite;

/** What a Kubernetes site is made of, by its name. */
record ClusterShape(Version version, List<Node> nodes, boolean virtualMachines) {
    private static final List<Version> VERSIONS = List.of(
            new Version("1", "20", "v1.20.2"),
            new Version("1", "27", "v1.27.16"),
            new Version("1", "31", "v1.31.4"),
            new Version("1", "33", "v1.33.1"));

    record Version(String major, String minor, String gitVersion) {
        boolean isAtLeast(int wantedMinor) {
            return !major.equals("1") || Integer.parseInt(minor) >= wantedMinor;
        }

        static Version of(String gitVersion) {
            String[] parts = gitVersion.replaceFirst("^v", "").split("\\.", -1);
            return new Version(parts[0], parts[1], gitVersion);
        }
    }

    record Node(String name, int vcpu, int memoryGib) {}

    static ClusterShape of(SimulatedSite site) {
        SplittableRandom random = site.random("kubernetes");
        Version version = VERSIONS.get(random.nextInt(VERSIONS.size()));
        int vcpu = 4 << random.nextInt(4);
        int memoryGib = vcpu * (2 << random.nextInt(2));
        return new ClusterShape(
                version,
                IntStream.rangeClosed(1, 1 + random.nextInt(12))
                        .mapToObj(number -> new Node("node" + number, vcpu, memoryGib))
                        .toList(),
                site.random("kubernetes virtual machines").nextInt(8) == 0);
    }
}
