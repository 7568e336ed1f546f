package org.entente.broker.quote;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.placement.WorkloadWish;

/** The workloads that a tenant wants a price for, each at a site that it names. */
public record QuoteRequest(@NotEmpty @Size(max = 100) List<@Valid WorkloadRequest> workloads) {
    public QuoteRequest {
        workloads = workloads == null ? List.of() : List.copyOf(workloads);
    }

    /** One workload: either a virtual machine or a container group. */
    public record WorkloadRequest(
            @NotNull @Pattern(regexp = "[a-z0-9]([-a-z0-9]{0,62}[a-z0-9])?")
            String name,

            @NotNull OperatorId operator,
            @NotNull SiteId site,
            Optional<@Valid VirtualMachineRequest> virtualMachine,
            Optional<@Valid ContainerGroupRequest> containerGroup) {
        Place place() {
            return new Place(operator, site);
        }

        WorkloadWish wish() {
            if (virtualMachine.isPresent() == containerGroup.isPresent()) {
                throw new ProblemException(
                        QuoteProblem.WORKLOAD_UNCLEAR,
                        "Workload " + name + " must be either a virtualMachine or a containerGroup");
            }
            return virtualMachine
                    .<WorkloadWish>map(
                            machine -> new WorkloadWish.VirtualMachineWish(machine.image(), machine.flavour()))
                    .orElseGet(() -> containerGroup.orElseThrow().wish());
        }
    }

    /** An image and a flavour by their names at the site. */
    public record VirtualMachineRequest(
            @NotBlank @Size(max = 255) String image,
            @NotBlank @Size(max = 255) String flavour) {}

    /** Equal containers; processors and memory in GiB are of each. */
    public record ContainerGroupRequest(
            @NotBlank @Size(max = 255) String image,
            @Min(1) @Max(1000) int replicas,

            @NotNull @DecimalMin("0.001") @DecimalMax("1024") BigDecimal vcpuEach,

            @NotNull @DecimalMin("0.001") @DecimalMax("65536") BigDecimal memoryGibEach) {
        WorkloadWish wish() {
            return new WorkloadWish.ContainerGroupWish(image, replicas, vcpuEach, memoryGibEach);
        }
    }
}
