package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.broker.site.MarkedResource;
import org.entente.broker.site.Site;
import org.jspecify.annotations.Nullable;

/**
 * Everything at a cluster that carries the mark of one account. What the cluster is ending already is not listed. An
 * object in a namespace is known by {@code NAMESPACE/NAME}.
 */
final class Inventory {
    private final ClusterConnection cluster;
    private final String account;

    Inventory(ClusterConnection cluster, String account) {
        this.cluster = cluster;
        this.account = account;
    }

    /** What we make, in the order in which it is best removed. */
    private enum Kind {
        DEPLOYMENT("Deployment"),
        STATEFUL_SET("StatefulSet"),
        SERVICE("Service"),
        CLAIM("PersistentVolumeClaim"),
        POLICY("NetworkPolicy"),
        QUOTA("ResourceQuota"),
        NAMESPACE("Namespace");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        KubernetesResourceList<? extends HasMetadata> list(KubernetesClient client, ListOptions options) {
            return switch (this) {
                case DEPLOYMENT -> client.apps().deployments().inAnyNamespace().list(options);
                case STATEFUL_SET ->
                    client.apps().statefulSets().inAnyNamespace().list(options);
                case SERVICE -> client.services().inAnyNamespace().list(options);
                case CLAIM -> client.persistentVolumeClaims().inAnyNamespace().list(options);
                case POLICY ->
                    client.network().v1().networkPolicies().inAnyNamespace().list(options);
                case QUOTA -> client.resourceQuotas().inAnyNamespace().list(options);
                case NAMESPACE -> client.namespaces().list(options);
            };
        }

        Resource<? extends HasMetadata> one(KubernetesClient client, String namespace, String name) {
            return switch (this) {
                case DEPLOYMENT ->
                    client.apps().deployments().inNamespace(namespace).withName(name);
                case STATEFUL_SET ->
                    client.apps().statefulSets().inNamespace(namespace).withName(name);
                case SERVICE -> client.services().inNamespace(namespace).withName(name);
                case CLAIM ->
                    client.persistentVolumeClaims().inNamespace(namespace).withName(name);
                case POLICY ->
                    client.network()
                            .v1()
                            .networkPolicies()
                            .inNamespace(namespace)
                            .withName(name);
                case QUOTA -> client.resourceQuotas().inNamespace(namespace).withName(name);
                case NAMESPACE -> client.namespaces().withName(name);
            };
        }
    }

    List<MarkedResource> all() {
        ListOptions ours = new ListOptionsBuilder()
                .withLabelSelector(Mark.selector(account))
                .build();
        return Stream.of(Kind.values())
                .flatMap(kind -> listed(kind, ours).stream().flatMap(object -> marked(kind, object).stream()))
                .limit(Site.INVENTORY_MAX)
                .toList();
    }

    /** Removes one thing, if it still carries our mark for the same instance. */
    void discard(MarkedResource resource) {
        Stream.of(Kind.values())
                .filter(kind -> kind.word.equals(resource.kind()))
                .forEach(kind -> discard(kind, resource));
    }

    private void discard(Kind kind, MarkedResource resource) {
        int slash = resource.id().indexOf('/');
        String namespace = slash < 0 ? "" : resource.id().substring(0, slash);
        String name = resource.id().substring(slash + 1);
        if (name.isEmpty() || (kind != Kind.NAMESPACE && namespace.isEmpty())) {
            return;
        }
        Mark mark = new Mark(account, resource.instance());
        cluster.call(client -> {
            Resource<? extends HasMetadata> one = kind.one(client, namespace, name);
            return mark.isOn(one.get()) ? one.delete() : List.of();
        });
    }

    private List<HasMetadata> listed(Kind kind, ListOptions options) {
        return cluster.call(client -> ClusterConnection.pages(page -> kind.list(client, page), options));
    }

    private static Optional<MarkedResource> marked(Kind kind, HasMetadata object) {
        return Mark.on(object)
                .filter(mark -> object.getMetadata().getDeletionTimestamp() == null)
                .map(mark -> new MarkedResource(
                        kind.word,
                        kind == Kind.NAMESPACE
                                ? object.getMetadata().getName()
                                : object.getMetadata().getNamespace() + "/"
                                        + object.getMetadata().getName(),
                        object.getMetadata().getName(),
                        mark.instance(),
                        time(object.getMetadata().getCreationTimestamp())));
    }

    private static Optional<Instant> time(@Nullable String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }
}
