package org.entente.commandline.operator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Quotes, orders and the deployments that come of them. */
public final class OrdersClient {
    private static final String DEPLOYMENTS = "/api/v1/deployments";
    private static final int PAGE_SIZE = 50;
    private static final int PAGES_MAX = 200;

    private final ApiCalls calls;

    OrdersClient(ApiCalls calls) {
        this.calls = calls;
    }

    /** One workload to quote: a virtual machine or a container group at a named site. */
    public record WorkloadRequest(
            String name,
            String operator,
            String site,
            Optional<VirtualMachine> virtualMachine,
            Optional<ContainerGroup> containerGroup) {}

    public record VirtualMachine(String image, String flavour) {}

    /** Equal containers: processors and memory in GiB are of each one. */
    public record ContainerGroup(String image, int replicas, BigDecimal vcpuEach, BigDecimal memoryGibEach) {}

    /** What some workloads would cost, until an instant. */
    public record QuoteView(
            String quote,
            String currency,
            BigDecimal perHour,
            BigDecimal perMonth,
            Instant validUntil,
            List<QuoteLineView> lines,
            Optional<PlacementView> placement) {}

    /** What was chosen and why, see the API for the fields of the verdicts. */
    public record PlacementView(
            long catalogue,
            boolean complete,
            boolean optimal,
            List<ChoiceView> chosen,
            Map<String, Integer> leftOut,
            List<ExplanationView> workloads) {}

    public record ChoiceView(
            String workload,
            String operator,
            String site,
            String country,
            String technology,
            Optional<String> flavour,
            BigDecimal perMonth,
            String currency) {}

    /** How all sites stand for one workload, by numbers, and some of them one by one. */
    public record ExplanationView(
            String workload, int sites, int fitting, Map<String, Integer> ruledOut, List<VerdictView> verdicts) {}

    public record VerdictView(
            String operator,
            String site,
            String outcome,
            List<String> reasons,
            String sentence,
            Optional<String> nearestChange,
            List<String> notTold,
            Optional<BigDecimal> perMonth) {}

    public record QuoteLineView(String name, String operator, String site, BigDecimal perHour, BigDecimal perMonth) {}

    public record OrderView(String order, String state) {}

    private record QuoteRequest(List<WorkloadRequest> workloads) {}

    /**
     * What may become of an order that cannot be made, or not go on, as a whole. What is left out is as the operator has it.
     *
     * @param completeness {@code ALL} or {@code PARTIAL}
     * @param whenCutOff {@code STAY}, {@code MOVE} or {@code MOVE_AND_RETURN}
     */
    public record OrderChoices(Optional<String> completeness, Optional<String> whenCutOff) {
        public static final OrderChoices NONE = new OrderChoices(Optional.empty(), Optional.empty());
    }

    private record OrderRequest(
            String name, String quote, Optional<String> completeness, Optional<String> whenCutOff) {}

    private record DeploymentPage(List<DeploymentView> items, long total) {}

    /** How far a deployment has come. */
    public enum DeploymentState {
        @JsonProperty("requested")
        REQUESTED,
        @JsonProperty("holding")
        HOLDING,
        @JsonProperty("held")
        HELD,
        @JsonProperty("placing")
        PLACING,
        @JsonProperty("starting")
        STARTING,
        @JsonProperty("active")
        ACTIVE,
        @JsonProperty("ending")
        ENDING,
        @JsonProperty("ended")
        ENDED,
        @JsonProperty("refused")
        REFUSED,
        @JsonProperty("degraded")
        DEGRADED;

        /** As the API writes it. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An order's result.
     *
     * @param tenant whose it is; absent where a partner ordered
     */
    public record DeploymentView(
            String order,
            String name,
            DeploymentState state,
            Optional<String> reason,
            Optional<String> tenant,
            Instant createdAt,
            String currency,
            BigDecimal costSoFar,
            List<InstanceView> instances) {}

    /** One instance of a deployment. The cost is what the tenant pays. */
    public record InstanceView(
            String instance,
            String name,
            String operator,
            String site,
            String technology,
            String state,
            Optional<String> reason,
            Optional<String> address,
            Optional<Instant> startedAt,
            Optional<Instant> endedAt,
            BigDecimal costSoFar) {}

    public QuoteView quote(List<WorkloadRequest> workloads) {
        return calls.post("/api/v1/quotes", new QuoteRequest(workloads)).as(new TypeReference<QuoteView>() {});
    }

    /** A quote of a whole request as the API takes it. */
    public QuoteView quote(ObjectNode request) {
        return calls.post("/api/v1/quotes", request).as(new TypeReference<QuoteView>() {});
    }

    /** What would be chosen; nothing is stored. */
    public PlacementView choose(ObjectNode request) {
        return calls.post("/api/v1/placements", request).as(new TypeReference<PlacementView>() {});
    }

    public OrderView place(String name, String quote, IdempotencyKey key) {
        return place(name, quote, OrderChoices.NONE, key);
    }

    public OrderView place(String name, String quote, OrderChoices choices, IdempotencyKey key) {
        OrderRequest request = new OrderRequest(name, quote, choices.completeness(), choices.whenCutOff());
        return calls.post("/api/v1/orders", request, key).as(new TypeReference<OrderView>() {});
    }

    public DeploymentView deployment(String order) {
        return calls.get(DEPLOYMENTS + "/" + order, new TypeReference<DeploymentView>() {});
    }

    /** Every deployment that this user may see, page after page. */
    public List<DeploymentView> deployments() {
        List<DeploymentView> all = new ArrayList<>();
        for (int page = 0; page < PAGES_MAX; page++) {
            DeploymentPage next = calls.get(
                    DEPLOYMENTS + "?page=" + page + "&size=" + PAGE_SIZE, new TypeReference<DeploymentPage>() {});
            all.addAll(next.items());
            if (next.items().isEmpty() || all.size() >= next.total()) {
                break;
            }
        }
        return all;
    }

    public void end(String order) {
        calls.delete(DEPLOYMENTS + "/" + order);
    }
}
