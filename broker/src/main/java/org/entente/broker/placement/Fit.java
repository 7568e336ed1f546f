package org.entente.broker.placement;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.language.Technology;
import org.entente.broker.placement.Verdict.DoesNotFit;
import org.entente.broker.placement.Verdict.Fits;
import org.entente.broker.placement.Verdict.Reason;
import org.entente.broker.placement.WorkloadWish.Size;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.Workload;

/** Decides whether a wish fits a candidate, by what was probed there. */
public final class Fit {
    private Fit() {}

    public static Verdict of(WorkloadWish wish, Candidate candidate) {
        return switch (wish) {
            case WorkloadWish.VirtualMachineWish machine -> machine(machine, candidate);
            case WorkloadWish.ContainerGroupWish group -> group(group, candidate);
        };
    }

    private static Verdict group(WorkloadWish.ContainerGroupWish wish, Candidate candidate) {
        return candidate.technology() == Technology.KUBERNETES
                ? new Fits(new Workload.ContainerGroup(wish.group()))
                : new DoesNotFit(
                        Reason.TECHNOLOGY_DIFFERS,
                        candidate.place() + " runs " + candidate.technology() + ", but this needs "
                                + Technology.KUBERNETES);
    }

    private static Verdict machine(WorkloadWish.VirtualMachineWish wish, Candidate candidate) {
        if (!candidate.capabilities().virtualMachines()) {
            return new DoesNotFit(
                    Reason.TECHNOLOGY_DIFFERS,
                    candidate.place() + " runs " + candidate.technology() + ", but this needs " + Technology.OPENSTACK);
        }
        if (wish.image() instanceof ImageSource.Named(String name)
                && !candidate.images().contains(name)) {
            return new DoesNotFit(
                    Reason.IMAGE_NOT_OFFERED,
                    candidate.place() + " has no image '" + name + "'; it has "
                            + String.join(", ", candidate.images()));
        }
        return flavour(wish.size(), candidate)
                .<Verdict>map(flavour -> new Fits(new Workload.VirtualMachine(
                        wish.with(flavour.name()),
                        flavour.vcpu(),
                        flavour.memoryGib(),
                        flavour.diskGib(),
                        flavour.gpus())))
                .orElseGet(() -> new DoesNotFit(
                        Reason.FLAVOUR_NOT_OFFERED,
                        candidate.place() + " has no flavour " + wanted(wish.size()) + "; it has "
                                + candidate.flavours().stream()
                                        .map(Flavour::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static Optional<Flavour> flavour(Size size, Candidate candidate) {
        return switch (size) {
            case Size.Flavour(String name) ->
                candidate.flavours().stream()
                        .filter(flavour -> flavour.name().equals(name))
                        .findFirst();
            case Size.AtLeast needs ->
                candidate.flavours().stream()
                        .filter(flavour -> flavour.vcpu().compareTo(needs.vcpu()) >= 0
                                && flavour.memoryGib().compareTo(needs.memoryGib()) >= 0
                                && flavour.diskGib().compareTo(needs.diskGib()) >= 0
                                && flavour.gpus() >= needs.gpus())
                        .min(Comparator.comparingInt(Flavour::gpus)
                                .thenComparing(Flavour::vcpu)
                                .thenComparing(Flavour::memoryGib)
                                .thenComparing(Flavour::diskGib)
                                .thenComparing(Flavour::name));
        };
    }

    private static String wanted(Size size) {
        return switch (size) {
            case Size.Flavour(String name) -> "'" + name + "'";
            case Size.AtLeast needs ->
                "with " + needs.vcpu().toPlainString() + " vCPU, "
                        + needs.memoryGib().toPlainString() + " GiB of memory, "
                        + needs.diskGib().toPlainString() + " GiB of disk and " + needs.gpus() + " GPU";
        };
    }
}
