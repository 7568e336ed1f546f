package org.entente.simulator.kubernetes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be done with the objects of a cluster, whatever their kind. */
@ApplicationScoped
public class NamespacedCalls {
    private final Clusters clusters;

    public NamespacedCalls(Clusters clusters) {
        this.clusters = clusters;
    }

    /** Whose call it is, and to which resource. */
    record Call(String site, @Nullable String authorization, String group, String plural) {}

    ListView<ObjectNode> list(Call call, Optional<String> namespace, Listing asked) {
        Cluster cluster = clusters.entered(call.site(), call.authorization());
        if (asked.watch) {
            throw KubernetesFault.notAllowed("the server does not allow this method on the requested resource");
        }
        if (call.group().isEmpty() && call.plural().equals("events")) {
            return ListView.page("v1", "Event", List.of(), asked.limit, asked.next);
        }
        if (call.group().isEmpty() && call.plural().equals("pods")) {
            List<ObjectNode> pods = pods(cluster)
                    .filter(pod -> within(pod.at("/metadata/namespace").asText(), namespace))
                    .filter(pod -> SimulatedObject.isSelected(pod.at("/metadata/labels"), asked.labelSelector))
                    .toList();
            return ListView.page("v1", "Pod", pods, asked.limit, asked.next);
        }
        ObjectKind kind = kind(call);
        List<ObjectNode> objects = cluster.objects(kind).stream()
                .filter(object -> within(object.namespace(), namespace))
                .filter(object -> object.isSelectedBy(asked.labelSelector))
                .map(object -> ObjectView.of(object, cluster.now()))
                .toList();
        return ListView.page(kind.apiVersion(), kind.word(), objects, asked.limit, asked.next);
    }

    ObjectNode get(Call call, String namespace, String name) {
        Cluster cluster = clusters.entered(call.site(), call.authorization());
        return ObjectView.of(cluster.object(kind(call), namespace, name), cluster.now());
    }

    Response apply(Call call, String namespace, String name, @Nullable String fieldManager, String body) {
        Cluster cluster = clusters.entered(call.site(), call.authorization());
        ObjectKind kind = kind(call);
        ObjectNode manifest = Manifest.checked(body, kind, name, fieldManager);
        if (kind != ObjectKind.NAMESPACE) {
            manifest.withObject("/metadata").put("namespace", namespace);
        }
        if (kind == ObjectKind.SERVICE) {
            NodePorts.open(manifest);
        }
        Cluster.Applied applied = cluster.apply(kind, namespace, name, manifest);
        return Response.status(applied.created() ? Response.Status.CREATED : Response.Status.OK)
                .entity(ObjectView.of(applied.object(), cluster.now()))
                .build();
    }

    /** Always in the foreground: what makes pods stays, marked as going, until its pods are gone. */
    ObjectNode delete(Call call, String namespace, String name) {
        Cluster cluster = clusters.entered(call.site(), call.authorization());
        return ObjectView.of(cluster.delete(kind(call), namespace, name), cluster.now());
    }

    private static Stream<ObjectNode> pods(Cluster cluster) {
        return Stream.of(ObjectKind.DEPLOYMENT, ObjectKind.STATEFUL_SET)
                .flatMap(kind -> cluster.objects(kind).stream())
                .flatMap(group -> PodView.of(group, cluster.shape().nodes(), cluster.now()).stream());
    }

    private static boolean within(String there, Optional<String> namespace) {
        return namespace.isEmpty() || namespace.get().equals(there);
    }

    private static ObjectKind kind(Call call) {
        return ObjectKind.of(call.group(), call.plural())
                .orElseThrow(() -> KubernetesFault.missing("the server could not find the requested resource"));
    }
}
