package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.entente.agreements.language.InstanceId;
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
 * One Kubernetes cluster. A container group has a namespace of its own, with a quota and a network policy; it is a
 * Deployment, or a StatefulSet where it is to keep its names and volumes. All is made by server-side apply under names that
 * come from the instance's id, so that a repeat changes nothing.
 *
 * <p>Safe for use by several threads; a call must not come from an event loop.
 */
public final class KubernetesSite implements Site, AutoCloseable {
    private final String account;
    private final ClusterConnection cluster;
    private final Groups groups;
    private final Inventory inventory;
    private final Consumer<InstanceId> stirred;
    private final AtomicReference<@Nullable ObjectWatch> watch = new AtomicReference<>();

    /** Does not call the site. */
    public KubernetesSite(Endpoint endpoint, Vertx vertx) {
        this(endpoint, vertx, instance -> {});
    }

    /**
     * Does not call the site.
     *
     * @param stirred is told of instances at which something changed, from the first that is created on
     */
    public KubernetesSite(Endpoint endpoint, Vertx vertx, Consumer<InstanceId> stirred) {
        this.stirred = stirred;
        this.account = endpoint.account();
        this.cluster = new ClusterConnection(endpoint, vertx);
        this.groups = new Groups(cluster);
        this.inventory = new Inventory(cluster, account);
    }

    @Override
    public SiteCapabilities probe() {
        return new ClusterProbe(cluster).capabilities();
    }

    @Override
    public void create(InstanceId instance, Workload workload) {
        Workload.ContainerGroup group = containerGroup(workload);
        List<HasMetadata> objects = GroupObjects.of(mark(instance), group);
        groups.checkVolumes(group.ordered().volumes());
        objects.forEach(cluster::apply);
        watch();
    }

    /** Begins to watch, unless it does already. */
    void watch() {
        if (watch.get() == null) {
            ObjectWatch begun = cluster.watch(account, stirred);
            if (!watch.compareAndSet(null, begun)) {
                begun.close();
            }
        }
    }

    @Override
    public Observation observe(InstanceId instance) {
        Mark mark = mark(instance);
        return groups.find(mark).map(group -> seen(mark, group)).orElseGet(Observation.Absent::new);
    }

    private Observation seen(Mark mark, Group group) {
        Observation seen = GroupStatus.of(group).observation();
        return switch (seen) {
            case Observation.Running running -> new Observation.Running(groups.address(mark, group));
            case Observation.Building building -> failed(mark, group).orElse(seen);
            // The deadline's own message says less than the pods do.
            case Observation.Failed failed -> failed(mark, group).orElse(seen);
            case Observation.Absent absent -> seen;
            case Observation.Stopped stopped -> seen;
            case Observation.Ending ending -> seen;
        };
    }

    private Optional<Observation> failed(Mark mark, Group group) {
        return groups.trouble(mark, group).map(trouble -> new Observation.Failed(trouble.toString()));
    }

    @Override
    public void delete(InstanceId instance) {
        groups.delete(mark(instance));
    }

    @Override
    public void stop(InstanceId instance) {
        Group there = there(mark(instance));
        cluster.apply(there.scaled(0));
    }

    @Override
    public void start(InstanceId instance) {
        Group there = there(mark(instance));
        cluster.apply(there.scaled(there.orderedReplicas()));
    }

    @Override
    public boolean resize(InstanceId instance, Workload workload) {
        Workload.ContainerGroup group = containerGroup(workload);
        Mark mark = mark(instance);
        Group there = there(mark);
        groups.makeRoom(mark, InstanceNamespace.hard(group));
        Group resized = Group.of(cluster.apply(there.sized(group.ordered()))).orElseThrow();
        if (!GroupStatus.of(resized).isSettled()) {
            return false;
        }
        groups.removeClaimsBeyond(mark, group.replicas());
        return true;
    }

    @Override
    public List<MarkedResource> inventory() {
        return inventory.all();
    }

    @Override
    public void discard(MarkedResource resource) {
        inventory.discard(resource);
    }

    @Override
    public Optional<SiteAdministration> administration() {
        return Optional.of(new KubernetesAdministration());
    }

    /** What each pod of ours uses now, as the kubelets of all nodes tell. */
    public List<PodUse> use() {
        return new KubeletStatistics(cluster, account).all();
    }

    private Group there(Mark mark) {
        return groups.find(mark)
                .orElseThrow(() -> new SiteException(
                        SiteException.Code.NOT_OFFERED,
                        "The cluster has no container group of the instance " + mark.instance() + "."));
    }

    private Mark mark(InstanceId instance) {
        return new Mark(account, instance);
    }

    @Override
    public void close() {
        ObjectWatch begun = watch.getAndSet(null);
        if (begun != null) {
            begun.close();
        }
        cluster.close();
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
