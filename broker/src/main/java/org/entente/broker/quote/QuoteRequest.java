package org.entente.broker.quote;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.entente.broker.placement.Wish;

/**
 * The workloads that a tenant wants a price for: each at a site that it names, or where the policy chooses.
 *
 * @param policy how sites are chosen; absent for the lowest price, all or nothing
 * @param explain which sites are to be told about; absent for the first twenty of each workload
 */
public record QuoteRequest(
        @NotEmpty @Size(max = 100, message = "may have at most 100 workloads") List<@Valid WorkloadRequest> workloads,

        Optional<@Valid PolicyRequest> policy,
        Optional<@Valid ExplainRequest> explain) {
    public QuoteRequest {
        workloads = workloads == null ? List.of() : List.copyOf(workloads);
    }

    List<Wish> wishes() {
        List<Wish> wishes = workloads.stream().map(WorkloadRequest::wish).toList();
        Set<String> names = new HashSet<>();
        workloads.stream()
                .flatMap(WorkloadRequest::instances)
                .filter(name -> !names.add(name))
                .findFirst()
                .ifPresent(twice -> {
                    throw new IllegalArgumentException("Two instances would be called " + twice);
                });
        return wishes;
    }

    /** Whether a site is to be chosen for anything. */
    boolean leavesChoice() {
        return workloads.stream().anyMatch(workload -> workload.site().isEmpty());
    }
}
