package org.entente.broker.placement;

import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.document.OrderedWorkload.Volume;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.SiteCapabilities.Image;
import org.entente.broker.site.SiteCapabilities.Networking;
import org.entente.broker.site.SiteCapabilities.Storage;

/**
 * A wish with what must be known to judge it: what it asks of each fact about a site.
 *
 * @param together how many equal instances are to stand on one site
 * @param source the image at the site that it comes from; absent where it comes from none, or where that has no such image
 */
record Demand(WorkloadWish wish, int together, Optional<Image> source) {
    /** A demand whose image is looked for where it is said to be. */
    static Demand of(WorkloadWish wish, int together, SiteIndex sites) {
        Optional<Image> source = wish instanceof WorkloadWish.VirtualMachineWish machine
                        && machine.image() instanceof ImageSource.AtSite(var operator, var site, String name)
                ? image(sites, new Place(operator, site), name)
                : Optional.empty();
        return new Demand(wish, together, source);
    }

    private static Optional<Image> image(SiteIndex sites, Place place, String name) {
        return sites.find(place).stream()
                .mapToObj(site -> sites.candidate(site).capabilities().images().there())
                .flatMap(List::stream)
                .filter(image -> image.name().equals(name))
                .findFirst();
    }

    long kind(SiteIndex.Kind kind) {
        boolean runs = switch (wish) {
            case WorkloadWish.VirtualMachineWish machine -> kind.virtualMachines();
            case WorkloadWish.ContainerGroupWish group -> kind.technology() == Technology.KUBERNETES;
        };
        return runs ? 0 : Reason.TECHNOLOGY_DIFFERS.bit();
    }

    long architecture(Optional<List<String>> there) {
        return requirements()
                .architecture()
                .map(wanted -> Told.judged(
                        there.map(all -> all.stream().anyMatch(one -> Architecture.isSame(one, wanted))),
                        Reason.ARCHITECTURE_NOT_OFFERED,
                        Fact.ARCHITECTURES))
                .orElse(0L);
    }

    long storage(Storage storage) {
        long found = 0;
        for (Volume volume : volumes()) {
            found |= Told.judged(
                    storage.types()
                            .map(types -> volume.type().map(types::contains).orElse(!types.isEmpty())),
                    Reason.VOLUME_TYPE_NOT_OFFERED,
                    Fact.VOLUME_TYPES);
        }
        return found;
    }

    long networking(Networking networking) {
        if (!(wish instanceof WorkloadWish.VirtualMachineWish machine)) {
            return 0;
        }
        long found = machine.networks().isEmpty()
                ? 0
                : Told.judged(
                        networking.networks().map(there -> there.containsAll(machine.networks())),
                        Reason.NETWORK_NOT_OFFERED,
                        Fact.NETWORKS);
        return machine.publicAddress()
                ? found
                        | Told.judged(
                                networking.publicAddresses(), Reason.PUBLIC_ADDRESS_NOT_OFFERED, Fact.PUBLIC_ADDRESSES)
                : found;
    }

    WorkloadWish.Requirements requirements() {
        return switch (wish) {
            case WorkloadWish.VirtualMachineWish machine -> machine.requirements();
            case WorkloadWish.ContainerGroupWish group -> WorkloadWish.Requirements.NONE;
        };
    }

    List<Volume> volumes() {
        return switch (wish) {
            case WorkloadWish.VirtualMachineWish machine -> machine.volumes();
            case WorkloadWish.ContainerGroupWish group -> group.group().volumes();
        };
    }
}
