package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.VersionInfo;
import io.fabric8.kubernetes.client.vertx.VertxHttpClientFactory;
import io.vertx.core.Vertx;
import java.util.function.Function;
import org.entente.agreements.language.InstanceId;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Observation;
import org.entente.broker.site.Site;
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
