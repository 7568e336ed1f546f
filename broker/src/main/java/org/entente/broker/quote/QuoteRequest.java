package org.entente.broker.quote;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
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
        return workloads.stream().map(WorkloadRequest::wish).toList();
    }

    /** Whether a site is to be chosen for anything. */
    boolean leavesChoice() {
        return wishes().stream().anyMatch(wish -> wish.at().isEmpty());
    }
}
