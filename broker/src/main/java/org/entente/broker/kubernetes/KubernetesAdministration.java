package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteAdministration;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.jspecify.annotations.Nullable;

/**
 * The quota of our namespace, as the ResourceQuota {@value #QUOTA} there. A cluster has no flavours, key pairs or images
 * that could be set up through its API.
 */
final class KubernetesAdministration implements SiteAdministration {
    private static final String QUOTA = "entente-account";
    private static final String FIELD_MANAGER = "entente";

    private final Endpoint endpoint;
    private final String namespace;
    private final KubernetesClient client;

    KubernetesAdministration(Endpoint endpoint, String namespace, KubernetesClient client) {
        this.endpoint = endpoint;
        this.namespace = namespace;
        this.client = client;
    }

    @Override
    public Ensured ensureFlavour(WantedFlavour flavour) {
        throw notOffered("flavours: containers get exactly the processors and memory that are ordered");
    }

    @Override
    public Ensured ensureKey(WantedKey key) {
        throw notOffered("key pairs: nobody logs in to a container with one");
    }

    @Override
    public Ensured ensureImageName(String name, String sha256) {
        throw notOffered("images of its own: its nodes fetch images of containers from registries");
    }

    @Override
    public Ensured ensureQuota(WantedQuota wanted) {
        Map<String, Quantity> limits = limits(wanted);
        try {
            return ensured(limits);
        } catch (KubernetesClientException failure) {
            throw KubernetesFailures.translated(endpoint, failure);
        }
    }

    private Ensured ensured(Map<String, Quantity> limits) {
        ResourceQuota there =
                client.resourceQuotas().inNamespace(namespace).withName(QUOTA).get();
        Map<String, Quantity> known = there == null || there.getSpec().getHard() == null
                ? Map.of()
                : there.getSpec().getHard();
        List<String> before = limits.entrySet().stream()
                .filter(limit -> !isSame(known.get(limit.getKey()), limit.getValue()))
                .map(limit -> limit.getKey() + " "
                        + (known.containsKey(limit.getKey()) ? known.get(limit.getKey()) : "without a limit"))
                .toList();
        if (before.isEmpty()) {
            return new Ensured.Unchanged();
        }
        Map<String, Quantity> all = new LinkedHashMap<>(known);
        all.putAll(limits);
        ensureNamespace();
        client.resource(new ResourceQuotaBuilder()
                        .withNewMetadata()
                        .withName(QUOTA)
                        .withNamespace(namespace)
                        .addToLabels(GroupDeployment.MANAGED_BY_LABEL, FIELD_MANAGER)
                        .endMetadata()
                        .withNewSpec()
                        .withHard(all)
                        .endSpec()
                        .build())
                .fieldManager(FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply();
        return there == null ? new Ensured.Made() : new Ensured.Changed(String.join(", ", before));
    }

    private void ensureNamespace() {
        client.resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(namespace)
                        .addToLabels(GroupDeployment.MANAGED_BY_LABEL, FIELD_MANAGER)
                        .endMetadata()
                        .build())
                .fieldManager(FIELD_MANAGER)
                .forceConflicts()
                .serverSideApply();
    }

    /** In Kubernetes' words. What a pod may use counts, as each of ours says it and asks for as much. */
    private static Map<String, Quantity> limits(WantedQuota wanted) {
        Map<String, Quantity> limits = new TreeMap<>();
        wanted.instances().ifPresent(most -> limits.put("count/deployments.apps", plain(most)));
        wanted.vcpu().ifPresent(most -> limits.put("limits.cpu", plain(most)));
        wanted.memoryMib().ifPresent(most -> limits.put("limits.memory", new Quantity(most + "Mi")));
        wanted.volumes().ifPresent(most -> limits.put("persistentvolumeclaims", plain(most)));
        wanted.volumeGib().ifPresent(most -> limits.put("requests.storage", new Quantity(most + "Gi")));
        wanted.publicAddresses().ifPresent(most -> limits.put("services.loadbalancers", plain(most)));
        return limits;
    }

    private static Quantity plain(int amount) {
        return new Quantity(String.valueOf(amount));
    }

    private static boolean isSame(@Nullable Quantity known, Quantity wanted) {
        return known != null && known.getNumericalAmount().compareTo(wanted.getNumericalAmount()) == 0;
    }

    private static SiteException notOffered(String what) {
        return new SiteException(Code.NOT_OFFERED, "A Kubernetes site has no " + what + ".");
    }
}
