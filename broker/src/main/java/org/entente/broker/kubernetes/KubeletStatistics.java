package org.entente.broker.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;

/**
 * What our pods use, read from the kubelets' statistics through the API server: one call for each node that runs one. It
 * needs no metrics server, but the right to {@code get nodes/proxy}.
 */
final class KubeletStatistics {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClusterConnection cluster;
    private final String account;

    KubeletStatistics(ClusterConnection cluster, String account) {
        this.cluster = cluster;
        this.account = account;
    }

    List<PodUse> all() {
        List<Pod> ours = cluster.call(client -> ClusterConnection.pages(
                page -> client.pods().inAnyNamespace().list(page),
                new ListOptionsBuilder()
                        .withLabelSelector(Mark.selector(account))
                        .build()));
        Map<String, Mark> marks = ours.stream()
                .flatMap(pod -> Mark.on(pod).stream().map(mark -> Map.entry(key(pod), mark)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return ours.stream()
                .filter(pod -> pod.getSpec() != null)
                .map(pod -> pod.getSpec().getNodeName())
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(node -> onNode(node, marks))
                .toList();
    }

    private Stream<PodUse> onNode(String node, Map<String, Mark> marks) {
        JsonNode pods = summary(node).path("pods");
        return StreamSupport.stream(pods.spliterator(), false).flatMap(pod -> {
            JsonNode reference = pod.path("podRef");
            String name = reference.path("name").asText();
            Mark mark = marks.get(reference.path("namespace").asText() + "/" + name);
            return mark == null ? Stream.empty() : Stream.of(use(mark, name, pod));
        });
    }

    private JsonNode summary(String node) {
        String text = cluster.call(client -> client.raw("/api/v1/nodes/" + node + "/proxy/stats/summary"));
        try {
            return text == null ? JSON.nullNode() : JSON.readTree(text);
        } catch (JsonProcessingException garbage) {
            throw new SiteException(Code.BROKEN, "The node " + node + " tells its statistics in no JSON.", garbage);
        }
    }

    private static PodUse use(Mark mark, String name, JsonNode pod) {
        return new PodUse(
                mark.instance(),
                name,
                Optional.of(pod.path("cpu").path("time").asText())
                        .filter(text -> !text.isEmpty())
                        .map(Instant::parse),
                number(pod.path("cpu").path("usageCoreNanoSeconds")),
                number(pod.path("memory").path("workingSetBytes")),
                number(pod.path("network").path("rxBytes")),
                number(pod.path("network").path("txBytes")),
                number(pod.path("ephemeral-storage").path("usedBytes")));
    }

    private static Optional<Long> number(JsonNode node) {
        return Optional.of(node).filter(JsonNode::canConvertToLong).map(JsonNode::asLong);
    }

    private static String key(Pod pod) {
        return pod.getMetadata().getNamespace() + "/" + pod.getMetadata().getName();
    }
}
