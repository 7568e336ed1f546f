package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.authorization.v1.ResourceRule;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectAccessReviewBuilder;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReview;
import io.fabric8.kubernetes.api.model.authorization.v1.SelfSubjectRulesReviewBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.broker.site.SiteCapabilities.MissingPermission;

/**
 * What our account may not do at a cluster and we would need. One question lists the rules that the cluster tells; what
 * they do not allow is asked one by one, since not every authoriser tells its rules.
 */
final class Permissions {
    private static final List<Need> NEEDS = List.of(
            Need.of("", "namespaces", "Each instance gets a namespace of its own.", "get", "create", "patch", "delete"),
            Need.of("", "resourcequotas", "What an instance may hold is bounded.", "create", "patch"),
            Need.of(
                    "networking.k8s.io",
                    "networkpolicies",
                    "Nobody reaches an instance but by its published ports.",
                    "create",
                    "patch"),
            Need.of("apps", "deployments", "They run container groups.", "get", "list", "create", "patch", "delete"),
            Need.of(
                    "apps",
                    "statefulsets",
                    "They run container groups that keep their volumes.",
                    "get",
                    "list",
                    "create",
                    "patch",
                    "delete"),
            Need.of("", "services", "They publish ports.", "get", "create", "patch", "delete"),
            Need.of(
                    "",
                    "persistentvolumeclaims",
                    "They are the volumes of container groups.",
                    "list",
                    "create",
                    "patch",
                    "delete"),
            Need.of("", "pods", "They tell why an instance does not come up, and what is free.", "list"),
            Need.of("", "events", "They tell why a pod is not made.", "list"),
            Need.of("", "nodes", "They tell how much there is.", "list"),
            Need.of("storage.k8s.io", "storageclasses", "They tell which volumes can be had.", "list"));

    private Permissions() {}

    private record Need(String group, String resource, String why, List<String> verbs) {
        static Need of(String group, String resource, String why, String... verbs) {
            return new Need(group, resource, why, List.of(verbs));
        }

        MissingPermission without(List<String> lacking) {
            return new MissingPermission(
                    String.join(", ", lacking) + " " + resource + (group.isEmpty() ? "" : "." + group), why);
        }
    }

    /** A cluster that refuses the questions does not tell: then nothing is known to be missing. */
    static List<MissingPermission> missing(ClusterConnection cluster) {
        List<ResourceRule> told = cluster.allowed(Permissions::rules).orElse(List.of());
        return NEEDS.stream()
                .flatMap(need -> {
                    List<String> lacking = need.verbs().stream()
                            .filter(verb -> told.stream().noneMatch(rule -> allows(rule, need, verb)))
                            .filter(verb -> cluster.allowed(client -> isRefused(client, need, verb))
                                    .orElse(false))
                            .toList();
                    return lacking.isEmpty() ? Stream.empty() : Stream.of(need.without(lacking));
                })
                .toList();
    }

    private static List<ResourceRule> rules(KubernetesClient client) {
        SelfSubjectRulesReview answer = client.authorization()
                .v1()
                .selfSubjectRulesReview()
                .create(new SelfSubjectRulesReviewBuilder()
                        .withNewSpec()
                        .withNamespace("default")
                        .endSpec()
                        .build());
        return answer.getStatus() == null ? List.of() : answer.getStatus().getResourceRules();
    }

    /** A rule for some names alone is none for ours. */
    private static boolean allows(ResourceRule rule, Need need, String verb) {
        return rule.getResourceNames().isEmpty()
                && contains(rule.getVerbs(), verb)
                && contains(rule.getApiGroups(), need.group())
                && contains(rule.getResources(), need.resource());
    }

    private static boolean contains(List<String> told, String wanted) {
        return told.contains(wanted) || told.contains("*");
    }

    private static boolean isRefused(KubernetesClient client, Need need, String verb) {
        SelfSubjectAccessReview answer = client.authorization()
                .v1()
                .selfSubjectAccessReview()
                .create(new SelfSubjectAccessReviewBuilder()
                        .withNewSpec()
                        .withNewResourceAttributes()
                        .withGroup(need.group())
                        .withResource(need.resource())
                        .withVerb(verb)
                        .endResourceAttributes()
                        .endSpec()
                        .build());
        return Optional.ofNullable(answer.getStatus())
                .map(status -> !Boolean.TRUE.equals(status.getAllowed()))
                .orElse(false);
    }
}
