package org.entente.broker.placement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.document.OrderedWorkload;
import org.entente.agreements.document.OrderedWorkload.Volume;
import org.entente.broker.placement.WorkloadWish.ContainerGroupWish;
import org.entente.broker.placement.WorkloadWish.Requirements;
import org.entente.broker.placement.WorkloadWish.Size;
import org.entente.broker.placement.WorkloadWish.VirtualMachineWish;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteCapabilities.Flavour;

/**
 * Looks for the smallest change of a wish with which it fits a site: each thing that the site lacks is replaced by the nearest
 * that it has. A change is told only where the changed wish really fits.
 */
final class NearestChange {
    private final Candidate candidate;
    private final SiteCapabilities there;
    private final List<String> changes = new ArrayList<>();

    private NearestChange(Candidate candidate) {
        this.candidate = candidate;
        this.there = candidate.capabilities();
    }

    /** A wish that fits, and how it differs in one sentence. */
    record Change(WorkloadWish wish, String sentence) {}

    /** Nothing where no change was found, as between technologies. */
    static Optional<Change> of(Survey survey, int site) {
        Demand demand = survey.demand();
        NearestChange nearest = new NearestChange(survey.sites().candidate(site));
        WorkloadWish changed = switch (demand.wish()) {
            case VirtualMachineWish machine -> nearest.machine(machine, demand);
            case ContainerGroupWish group -> nearest.group(group, demand.together());
        };
        if (nearest.changes.isEmpty() || !nearest.fits(changed, demand)) {
            return Optional.empty();
        }
        return Optional.of(new Change(changed, "With " + Sentences.listed(nearest.changes) + " it fits"));
    }

    private boolean fits(WorkloadWish changed, Demand demand) {
        return fits(new Demand(changed, demand.together(), demand.source()));
    }

    private boolean fits(Demand changed) {
        SiteIndex alone = SiteIndex.of(List.of(new PricedCandidate(candidate, Unpriced.INSTANCE)));
        return Survey.of(alone, changed).fits(0);
    }

    private VirtualMachineWish machine(VirtualMachineWish wish, Demand demand) {
        VirtualMachineWish changed = image(requirements(wish), demand);
        changed = changed.with(volumes(changed.volumes()))
                .reachedBy(networks(changed.networks()), publicAddress(changed.publicAddress()));
        return fits(changed, demand) ? changed : size(changed, demand);
    }

    private VirtualMachineWish image(VirtualMachineWish wish, Demand demand) {
        long found = ImageCheck.of(demand, there.images());
        boolean isMissing = (found & (Reason.IMAGE_NOT_OFFERED.bit() | Reason.IMAGE_SOURCE_UNKNOWN.bit())) != 0;
        if (isMissing && !there.images().there().isEmpty()) {
            String nearest = nearest(wish.image().label(), there.images().names());
            changes.add("image " + nearest + " instead of " + wish.image().label());
            return wish.from(new ImageSource.Named(nearest));
        }
        List<String> formats = there.images().formats().orElse(List.of());
        if ((found & Reason.IMAGE_FORMAT_NOT_ACCEPTED.bit()) != 0
                && !formats.isEmpty()
                && demand.source().isEmpty()) {
            String format = formats.getFirst();
            changes.add("an image in " + Sentences.listed(formats).replace(" and ", " or ") + " instead of "
                    + ImageCheck.format(demand).orElse("another format"));
            Requirements same = wish.requirements();
            return wish.requiring(
                    new Requirements(same.architecture(), Optional.of(format), same.gpuVendor(), same.gpuModel()));
        }
        return wish;
    }

    private VirtualMachineWish requirements(VirtualMachineWish wish) {
        Requirements wanted = wish.requirements();
        List<String> architectures = there.architectures().orElse(List.of());
        boolean differs = wanted.architecture().isPresent()
                && !architectures.isEmpty()
                && architectures.stream()
                        .noneMatch(one ->
                                Architecture.isSame(one, wanted.architecture().get()));
        if (!differs) {
            return wish;
        }
        changes.add(architectures.getFirst() + " processors instead of "
                + wanted.architecture().get());
        return wish.requiring(new Requirements(
                Optional.of(architectures.getFirst()), wanted.imageFormat(), wanted.gpuVendor(), wanted.gpuModel()));
    }

    /** The flavour that fits and is nearest: the largest that is not larger than what is wished, or else the smallest. */
    private VirtualMachineWish size(VirtualMachineWish wish, Demand demand) {
        List<Flavour> fitting = there.flavours().stream()
                .filter(flavour -> fits(wish.of(new Size.Flavour(flavour.name())), demand))
                .sorted(Comparator.comparing(Flavour::vcpu)
                        .thenComparing(Flavour::memoryGib)
                        .thenComparing(Flavour::diskGib)
                        .thenComparing(Flavour::name))
                .toList();
        if (fitting.isEmpty()) {
            return wish;
        }
        return switch (wish.size()) {
            case Size.Flavour(String name) -> {
                Flavour nearest = Sizes.chosen(wish.size(), there.flavours())
                        .map(wanted -> largestUpTo(wanted, fitting))
                        .orElseGet(() -> named(
                                nearest(
                                        name,
                                        fitting.stream().map(Flavour::name).toList()),
                                fitting));
                changes.add("flavour " + nearest.name() + " instead of " + name);
                yield wish.of(new Size.Flavour(nearest.name()));
            }
            case Size.AtLeast needs -> less(wish, needs, fitting.getLast());
        };
    }

    private VirtualMachineWish less(VirtualMachineWish wish, Size.AtLeast needs, Flavour largest) {
        less(largest.vcpu(), needs.vcpu(), "vCPU");
        less(largest.memoryGib(), needs.memoryGib(), "GiB of memory");
        less(largest.diskGib(), needs.diskGib(), "GiB of disk");
        less(BigDecimal.valueOf(largest.gpus()), BigDecimal.valueOf(needs.gpus()), "GPU");
        return wish.of(new Size.AtLeast(
                largest.vcpu().min(needs.vcpu()),
                largest.memoryGib().min(needs.memoryGib()),
                largest.diskGib().min(needs.diskGib()),
                Math.min(largest.gpus(), needs.gpus())));
    }

    private void less(BigDecimal most, BigDecimal wanted, String unit) {
        if (most.compareTo(wanted) < 0) {
            changes.add(Sentences.text(most) + " " + unit + " instead of " + Sentences.text(wanted));
        }
    }

    private ContainerGroupWish group(ContainerGroupWish wish, int together) {
        OrderedWorkload.ContainerGroup group = wish.group();
        int most = replicas(wish, together);
        if (most >= 1 && most < group.replicas()) {
            changes.add(most + (most == 1 ? " replica" : " replicas") + " instead of " + group.replicas());
        }
        return new ContainerGroupWish(new OrderedWorkload.ContainerGroup(
                group.containers(),
                Math.min(Math.max(most, 1), group.replicas()),
                volumes(group.volumes()),
                group.stable()));
    }

    /** How many replicas every limit has room for. */
    private int replicas(ContainerGroupWish wish, int together) {
        RoomNeed one = Sizes.of(wish, List.of(List.of()), together).need(0);
        Capacity capacity = there.capacity();
        BigDecimal most = BigDecimal.valueOf(wish.group().replicas());
        for (Room room : List.of(Room.FREE, Room.TOTAL, Room.QUOTA)) {
            for (Resource resource : List.of(Resource.VCPU, Resource.MEMORY)) {
                BigDecimal each = Scaled.amount(one.byColumn()[room.column(resource)])
                        .divide(BigDecimal.valueOf(wish.group().replicas()), RoundingMode.CEILING);
                BigDecimal roomFor = resource.of(room.of(capacity))
                        .filter(limit -> each.signum() > 0)
                        .map(limit -> limit.divideToIntegralValue(each))
                        .orElse(most);
                most = most.min(roomFor);
            }
        }
        return most.intValue();
    }

    private List<Volume> volumes(List<Volume> wanted) {
        List<String> types = there.storage().types().orElse(List.of());
        if (types.isEmpty()) {
            return wanted;
        }
        String usual = there.storage().preferred().filter(types::contains).orElse(types.getFirst());
        return wanted.stream()
                .map(volume -> {
                    if (volume.type().map(types::contains).orElse(true)) {
                        return volume;
                    }
                    changes.add("volume type " + usual + " instead of "
                            + volume.type().get());
                    return new Volume(volume.name(), volume.sizeGib(), Optional.of(usual));
                })
                .toList();
    }

    private List<String> networks(List<String> wanted) {
        List<String> known = there.networking().networks().orElse(wanted);
        List<String> kept = wanted.stream().filter(known::contains).toList();
        wanted.stream()
                .filter(network -> !known.contains(network))
                .forEach(network -> changes.add("no network " + network));
        return kept;
    }

    private boolean publicAddress(boolean wanted) {
        if (wanted && !there.networking().publicAddresses().orElse(true)) {
            changes.add("no public address");
            return false;
        }
        return wanted;
    }

    private static Flavour largestUpTo(Flavour wanted, List<Flavour> ascending) {
        return ascending.stream()
                .filter(flavour -> flavour.vcpu().compareTo(wanted.vcpu()) <= 0
                        && flavour.memoryGib().compareTo(wanted.memoryGib()) <= 0)
                .reduce((smaller, larger) -> larger)
                .orElse(ascending.getFirst());
    }

    private static Flavour named(String name, List<Flavour> flavours) {
        return flavours.stream()
                .filter(flavour -> flavour.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The name that begins most like another; the first of several. */
    private static String nearest(String wanted, List<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt((String name) -> -common(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .findFirst()
                .orElseThrow();
    }

    private static int common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
