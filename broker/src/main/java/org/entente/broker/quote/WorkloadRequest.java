package org.entente.broker.quote;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.placement.Wish;
import org.entente.broker.placement.WorkloadWish;

/**
 * One workload: either a virtual machine or a container group, at a named site or, where neither operator nor site is named,
 * where the policy chooses.
 *
 * @param count how many equal instances; absent for one
 * @param replicasPerSite exactly how many of them stand at each chosen site; absent where that does not matter
 */
public record WorkloadRequest(
        @NotNull @Pattern(
                regexp = "[a-z0-9]([-a-z0-9]{0,62}[a-z0-9])?",
                message = "must have 1 to 64 small letters, digits and hyphens, with no hyphen at either end")
        String name,

        Optional<OperatorId> operator,
        Optional<SiteId> site,

        Optional<
                        @Min(value = 1, message = "must be from 1 to 100") @Max(value = 100, message = "must be from 1 to 100") Integer>
                count,

        Optional<
                        @Min(value = 1, message = "must be from 1 to 100") @Max(value = 100, message = "must be from 1 to 100") Integer>
                replicasPerSite,

        Optional<@Valid VirtualMachineRequest> virtualMachine,
        Optional<@Valid ContainerGroupRequest> containerGroup) {
    Wish wish() {
        return new Wish(name, workload(), count.orElse(1), replicasPerSite, place());
    }

    /** What its instances are called: of several each has a number behind the name. */
    static String instance(String name, int count, int number) {
        return count == 1 ? name : name + "-" + number;
    }

    Stream<String> instances() {
        int times = count.orElse(1);
        return IntStream.rangeClosed(1, times).mapToObj(number -> instance(name, times, number));
    }

    private WorkloadWish workload() {
        if (virtualMachine.isPresent() == containerGroup.isPresent()) {
            throw unclear("must be either a virtualMachine or a containerGroup");
        }
        return virtualMachine
                .<WorkloadWish>map(machine -> machine.wish(this))
                .orElseGet(() -> containerGroup.orElseThrow().wish(this));
    }

    private Optional<Place> place() {
        if (operator.isPresent() != site.isPresent()) {
            throw unclear("names its site with both operator and site, or leaves the choice with neither");
        }
        return operator.map(named -> new Place(named, site.orElseThrow()));
    }

    ProblemException unclear(String sentence) {
        return new ProblemException(QuoteProblem.WORKLOAD_UNCLEAR, "Workload " + name + " " + sentence);
    }
}
