package org.entente.broker.placement;

import java.util.stream.Collectors;
import org.entente.broker.placement.Verdict.DoesNotFit;
import org.entente.broker.placement.Verdict.Fits;
import org.entente.broker.placement.Verdict.Reason;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.Workload;

/** Decides whether a wish fits a candidate, by what was probed there. */
public final class Fit {
    private Fit() {}

    public static Verdict of(WorkloadWish wish, Candidate candidate) {
        if (wish.technology() != candidate.technology()) {
            return new DoesNotFit(
                    Reason.TECHNOLOGY_DIFFERS,
                    candidate.place() + " runs " + candidate.technology() + ", but this needs " + wish.technology());
        }
        return switch (wish) {
            case WorkloadWish.VirtualMachineWish machine -> machine(machine, candidate);
            case WorkloadWish.ContainerGroupWish group ->
                new Fits(new Workload.ContainerGroup(
                        group.image(), group.replicas(), group.vcpuEach(), group.memoryGibEach()));
        };
    }

    private static Verdict machine(WorkloadWish.VirtualMachineWish wish, Candidate candidate) {
        if (!candidate.images().contains(wish.image())) {
            return new DoesNotFit(
                    Reason.IMAGE_NOT_OFFERED,
                    candidate.place() + " has no image '" + wish.image() + "'; it has "
                            + String.join(", ", candidate.images()));
        }
        return candidate.flavours().stream()
                .filter(flavour -> flavour.name().equals(wish.flavour()))
                .findFirst()
                .<Verdict>map(flavour -> new Fits(new Workload.VirtualMachine(
                        wish.image(), wish.flavour(), flavour.vcpu(), flavour.memoryGib(), flavour.diskGib())))
                .orElseGet(() -> new DoesNotFit(
                        Reason.FLAVOUR_NOT_OFFERED,
                        candidate.place() + " has no flavour '" + wish.flavour() + "'; it has "
                                + candidate.flavours().stream()
                                        .map(Flavour::name)
                                        .collect(Collectors.joining(", "))));
    }
}
