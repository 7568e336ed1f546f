package org.entente.broker.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.broker.placement.WorkloadWish.Size;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.Workload;

/** What a wish would be at sites with each list of flavours, and how much room that needs. */
final class Sizes {
    /** The site has no flavour for it. */
    static final int NONE = -1;

    private final List<Workload> options = new ArrayList<>();
    private final List<RoomNeed> needs = new ArrayList<>();
    private final int[] optionOfCode;
    private final RoomNeed needWithoutOption;

    private Sizes(int codes, RoomNeed needWithoutOption) {
        this.optionOfCode = new int[codes];
        this.needWithoutOption = needWithoutOption;
    }

    /** Each list of flavours by its code; so many instances are to stand on one site. */
    static Sizes of(WorkloadWish wish, List<List<Flavour>> flavours, int together) {
        return switch (wish) {
            case WorkloadWish.ContainerGroupWish group -> ofGroup(group, flavours.size(), together);
            case WorkloadWish.VirtualMachineWish machine -> ofMachine(machine, flavours, together);
        };
    }

    private static Sizes ofGroup(WorkloadWish.ContainerGroupWish wish, int codes, int together) {
        Workload.ContainerGroup group = new Workload.ContainerGroup(wish.group());
        Sizes sizes = new Sizes(codes, RoomNeed.NOTHING);
        sizes.options.add(group);
        sizes.needs.add(RoomNeed.of(
                group.replicas() * together, group.vcpuEach(), group.memoryGibEach(), group.diskGib(), group.gpus()));
        return sizes;
    }

    private static Sizes ofMachine(WorkloadWish.VirtualMachineWish wish, List<List<Flavour>> flavours, int together) {
        RoomNeed bare = wish.size() instanceof Size.AtLeast least
                ? RoomNeed.of(together, least.vcpu(), least.memoryGib(), least.diskGib(), least.gpus())
                : RoomNeed.NOTHING;
        Sizes sizes = new Sizes(flavours.size(), bare);
        Map<Flavour, Integer> known = new LinkedHashMap<>();
        for (int code = 0; code < flavours.size(); code++) {
            Optional<Flavour> chosen = chosen(wish.size(), flavours.get(code));
            sizes.optionOfCode[code] = chosen.map(
                            flavour -> known.computeIfAbsent(flavour, fresh -> sizes.add(wish, fresh, together)))
                    .orElse(NONE);
        }
        return sizes;
    }

    /** The flavour of the wished name, or the smallest that has all that is needed. */
    static Optional<Flavour> chosen(Size size, List<Flavour> flavours) {
        return switch (size) {
            case Size.Flavour(String name) ->
                flavours.stream().filter(flavour -> flavour.name().equals(name)).findFirst();
            case Size.AtLeast needs ->
                flavours.stream()
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

    private int add(WorkloadWish.VirtualMachineWish wish, Flavour flavour, int together) {
        options.add(new Workload.VirtualMachine(
                wish.with(flavour.name()), flavour.vcpu(), flavour.memoryGib(), flavour.diskGib(), flavour.gpus()));
        needs.add(RoomNeed.of(together, flavour.vcpu(), flavour.memoryGib(), flavour.diskGib(), flavour.gpus()));
        return options.size() - 1;
    }

    List<Workload> options() {
        return options;
    }

    /** Which option a list of flavours leads to, or {@link #NONE}. */
    int option(int code) {
        return optionOfCode[code];
    }

    /** The need of an option; where there is none, what the wish itself says. */
    RoomNeed need(int option) {
        return option == NONE ? needWithoutOption : needs.get(option);
    }
}
