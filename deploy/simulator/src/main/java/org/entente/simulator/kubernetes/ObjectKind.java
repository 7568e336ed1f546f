package org.entente.simulator.kubernetes;

import java.util.Optional;
import java.util.stream.Stream;

/** What a cluster keeps when it is applied. */
enum ObjectKind {
    NAMESPACE("", "v1", "Namespace", "namespaces"),
    SERVICE("", "v1", "Service", "services"),
    CLAIM("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims"),
    QUOTA("", "v1", "ResourceQuota", "resourcequotas"),
    POLICY("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies"),
    DEPLOYMENT("apps", "v1", "Deployment", "deployments"),
    STATEFUL_SET("apps", "v1", "StatefulSet", "statefulsets");

    private final String group;
    private final String version;
    private final String word;
    private final String plural;

    ObjectKind(String group, String version, String word, String plural) {
        this.group = group;
        this.version = version;
        this.word = word;
        this.plural = plural;
    }

    /** Absent where the API has no such resource. */
    static Optional<ObjectKind> of(String group, String plural) {
        return Stream.of(values())
                .filter(kind -> kind.group.equals(group) && kind.plural.equals(plural))
                .findFirst();
    }

    String word() {
        return word;
    }

    String apiVersion() {
        return group.isEmpty() ? version : group + "/" + version;
    }

    /** As the API server names it in its refusals. */
    String resource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /** Whether it makes pods: then it takes its time to come up and to go. */
    boolean runsPods() {
        return this == DEPLOYMENT || this == STATEFUL_SET;
    }
}
