package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.MarkedResource;
import org.entente.broker.site.Observation;
import org.entente.broker.site.Site;
import org.entente.broker.site.SiteAdministration;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.Workload;
import org.jspecify.annotations.Nullable;

/**
 * One Kubernetes cluster. A container group is one Deployment, made by server-side apply in the namespace
 * {@code ACCOUNT-entente}, which is created if it is not there. The Deployment's name comes from the instance's id, so
 * that a repeat changes nothing.
 *
 * <p>Talks to the given address with the given token alone: no kubeconfig, service account or environment is read, and
 * nothing is retried here. An https address must hold a certificate that this machine trusts. Safe for use by several
 * threads; a call must not come from an event loop.
 */
public final class KubernetesSite implements Site, AutoCloseable {
    private static final int CONNECT_TIMEOUT_MILLIS = 3_000;
    private static final int REQUEST_TIMEOUT_MILLIS = 30_000;
    private static final String FIELD_MANAGER = "entente";

    private final Endpoint endpoint;
    private final String namespace;
    private final KubernetesClient client;

    /** Does not call the site. */
    public KubernetesSite(Endpoint endpoint, Vertx vertx) {
        this.endpoint = endpoint;
        this.namespace = endpoint.account() + "-entente";
        this.client = new KubernetesClientBuilder()
                .withConfig(config(endpoint))
                .withHttpClientFactory(new VertxHttpClientFactory(vertx))
                .build();
    }

    private static Config config(Endpoint endpoint) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl(endpoint.address().toString())
                .withOauthToken(endpoint.secret())
                .withConnectionTimeout(CONNECT_TIMEOUT_MILLIS)
                .withRequestTimeout(REQUEST_TIMEOUT_MILLIS)
                .withRequestRetryBackoffLimit(0)
                .build();
    }

    @Override
    public SiteCapabilities probe() {
        return call(kubernetes -> {
            VersionInfo version = kubernetes.getKubernetesVersion();
            if (version == null || version.getGitVersion() == null) {
                throw new SiteException(SiteException.Code.BROKEN, "The cluster does not tell its version.");
            }
            Amounts total = NodeTotals.of(kubernetes)
                    .map(nodes -> Amounts.of(nodes.vcpu(), nodes.memoryGib()))
                    .orElse(Amounts.UNKNOWN);
            SiteCapabilities bare = SiteCapabilities.bare(Technology.KUBERNETES, version.getGitVersion());
            return bare.having(
                    bare.flavours(),
                    bare.images(),
                    new SiteCapabilities.Capacity(total, Amounts.UNKNOWN, Amounts.UNKNOWN, Amounts.UNKNOWN));
        });
    }

    @Override
    public void create(InstanceId instance, Workload workload) {
        Deployment deployment = GroupDeployment.of(namespace, instance, containerGroup(workload));
        call(kubernetes -> {
            try {
                return apply(kubernetes, deployment);
            } catch (KubernetesClientException refusal) {
                if (refusal.getCode() != 404) {
                    throw refusal;
                }
                createNamespace(kubernetes);
                return apply(kubernetes, deployment);
            }
        });
    }

    @Override
    public Observation observe(InstanceId instance) {
        return call(kubernetes -> DeploymentObservation.of(kubernetes
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withName(GroupDeployment.nameOf(instance))
                .get()));
    }

    @Override
    public void delete(InstanceId instance) {
        call(kubernetes -> kubernetes
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withName(GroupDeployment.nameOf(instance))
                .withPropagationPolicy(DeletionPropagation.FOREGROUND)
                .delete());
    }

    @Override
    public void stop(InstanceId instance) {
        call(kubernetes -> scale(kubernetes, instance, deployment -> 0));
    }

    @Override
    public void start(InstanceId instance) {
        call(kubernetes -> scale(kubernetes, instance, KubernetesSite::orderedReplicas));
    }

    @Override
    public boolean resize(InstanceId instance, Workload workload) {
        Deployment wanted = GroupDeployment.of(namespace, instance, containerGroup(workload));
        return call(kubernetes -> {
            there(kubernetes, instance);
            return DeploymentObservation.of(apply(kubernetes, wanted)) instanceof Observation.Running;
        });
    }

    @Override
    public List<MarkedResource> inventory() {
        return call(kubernetes -> kubernetes
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withLabel(GroupDeployment.INSTANCE_LABEL)
                .list(new ListOptionsBuilder().withLimit((long) INVENTORY_MAX).build())
                .getItems()
                .stream()
                .map(KubernetesSite::marked)
                .toList());
    }

    @Override
    public void discard(MarkedResource resource) {
        if (resource.id().equals(GroupDeployment.nameOf(resource.instance()))) {
            delete(resource.instance());
        }
    }

    @Override
    public Optional<SiteAdministration> administration() {
        return Optional.of(new KubernetesAdministration(endpoint, namespace, client));
    }

    private static MarkedResource marked(Deployment deployment) {
        ObjectMeta metadata = deployment.getMetadata();
        return new MarkedResource(
                "Deployment",
                metadata.getName(),
                metadata.getName(),
                new InstanceId(String.valueOf(metadata.getLabels().get(GroupDeployment.INSTANCE_LABEL))),
                Optional.ofNullable(metadata.getCreationTimestamp()).map(Instant::parse));
    }

    private Deployment scale(KubernetesClient kubernetes, InstanceId instance, ToIntFunction<Deployment> replicas) {
        Deployment there = there(kubernetes, instance);
        there.getSpec().setReplicas(replicas.applyAsInt(there));
        there.setStatus(null);
        there.getMetadata().setManagedFields(null);
        there.getMetadata().setResourceVersion(null);
        return apply(kubernetes, there);
    }

    private static int orderedReplicas(Deployment deployment) {
        Map<String, String> annotations = deployment.getMetadata().getAnnotations();
        String ordered = annotations == null ? null : annotations.get(GroupDeployment.REPLICAS_ANNOTATION);
        return ordered == null ? 1 : Integer.parseInt(ordered);
    }

    private Deployment there(KubernetesClient kubernetes, InstanceId instance) {
        Deployment deployment = kubernetes
                .apps()
                .deployments()
                .inNamespace(namespace)
                .withName(GroupDeployment.nameOf(instance))
                .get();
        if (deployment == null) {
            throw new SiteException(
                    SiteException.Code.NOT_OFFERED, "The cluster has no Deployment of the instance " + instance + ".");
        }
        return deployment;
    }

    @Override
    public void close() {
        client.close();
    }

    private static Deployment apply(KubernetesClient kubernetes, Deployment deployment) {
        return kubernetes
                .resource(deployment)
                .fieldManager(FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply();
    }

    private void createNamespace(KubernetesClient kubernetes) {
        kubernetes
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .addToLabels(GroupDeployment.MANAGED_BY_LABEL, FIELD_MANAGER)
                        .endMetadata()
                        .build())
                .fieldManager(FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply();
    }

    private <T extends @Nullable Object> T call(Function<KubernetesClient, T> use) {
        try {
            return use.apply(client);
        } catch (KubernetesClientException failure) {
            throw KubernetesFailures.translated(endpoint, failure);
        }
    }

    private static Workload.ContainerGroup containerGroup(Workload workload) {
        return switch (workload) {
            case Workload.ContainerGroup group -> group;
            case Workload.VirtualMachine machine ->
                throw new SiteException(
                        SiteException.Code.NOT_OFFERED,
                        "A Kubernetes site runs container groups, not a virtual machine of the flavour "
                                + machine.flavour() + ".");
        };
    }
}
