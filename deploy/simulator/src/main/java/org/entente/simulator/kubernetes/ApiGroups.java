package org.entente.simulator.kubernetes;

import java.util.ArrayList;
import java.util.List;

/** The API groups of a cluster with their versions, as far as a broker looks at them; the preferred version first. */
final class ApiGroups {
    private ApiGroups() {}

    record Group(String name, List<String> versions) {}

    /** By the release's own list of what came and went (Kubernetes' deprecated API migration guide). */
    static List<Group> of(ClusterShape.Version version, boolean virtualMachines) {
        List<Group> groups = new ArrayList<>(List.of(
                new Group("apps", List.of("v1")),
                new Group("authorization.k8s.io", List.of("v1")),
                new Group("autoscaling", version.isAtLeast(23) ? List.of("v2", "v1") : List.of("v1", "v2beta2")),
                new Group("batch", version.isAtLeast(25) ? List.of("v1") : List.of("v1", "v1beta1")),
                new Group("discovery.k8s.io", List.of(version.isAtLeast(21) ? "v1" : "v1beta1")),
                new Group("networking.k8s.io", version.isAtLeast(22) ? List.of("v1") : List.of("v1", "v1beta1")),
                new Group("policy", List.of(version.isAtLeast(21) ? "v1" : "v1beta1")),
                new Group("storage.k8s.io", List.of("v1"))));
        if (virtualMachines) {
            groups.add(new Group("kubevirt.io", List.of("v1", "v1alpha3")));
        }
        return groups;
    }
}
