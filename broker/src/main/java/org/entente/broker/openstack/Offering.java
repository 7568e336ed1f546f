package org.entente.broker.openstack;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteException;
import org.openstack4j.api.types.ServiceType;
import org.openstack4j.model.compute.Flavor;
import org.openstack4j.model.identity.v3.Token;
import org.openstack4j.model.network.Network;

/** What a site has that a virtual machine is made of: flavours, images and networks, found by the names people use. */
final class Offering {
    private final Nova nova = new Nova();
    private final Glance glance = new Glance();
    private final Neutron neutron = new Neutron();

    List<SiteCapabilities.Flavour> flavours() {
        return nova.flavours().stream()
                .filter(Offering::isOpen)
                .map(flavour -> new SiteCapabilities.Flavour(
                        flavour.getName(),
                        BigDecimal.valueOf(flavour.getVcpus()),
                        Nova.gib(flavour.getRam()),
                        BigDecimal.valueOf((long) flavour.getDisk() + flavour.getEphemeral())))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .toList();
    }

    List<String> imageNames() {
        return glance.activeImages(Map.of()).stream()
                .map(image -> image.getName())
                .filter(name -> name != null && !name.isBlank())
                .distinct()
                .sorted()
                .toList();
    }

    String flavourId(String name) {
        return nova.flavours().stream()
                .filter(flavour -> name.equals(flavour.getName()) && isOpen(flavour))
                .map(Flavor::getId)
                .findFirst()
                .orElseThrow(() -> notOffered("The site has no flavour '" + name + "'."));
    }

    /** Of several images with one name, the newest. */
    String imageId(String name) {
        return glance.activeImages(Map.of("name", name)).stream()
                .map(image -> image.getId())
                .findFirst()
                .orElseThrow(() -> notOffered("The site has no image '" + name + "' in use."));
    }

    /**
     * The network to plug into: the project's only own one, else the only shared one. Absent where there is none: Nova then
     * makes a server without a network. Which of several is meant cannot be guessed.
     */
    Optional<String> networkId(Token token) {
        if (!CatalogueEndpoints.offers(token, ServiceType.NETWORK)) {
            return Optional.empty();
        }
        List<? extends Network> own =
                neutron.internalNetworks(Map.of("project_id", token.getProject().getId()));
        return only(own.isEmpty() ? neutron.internalNetworks(Map.of("shared", "true")) : own);
    }

    /** A Nova that does not tell has no way to close a flavour. */
    private static boolean isOpen(Flavor flavour) {
        return !Boolean.TRUE.equals(flavour.isDisabled());
    }

    private static Optional<String> only(List<? extends Network> networks) {
        if (networks.size() > 1) {
            throw notOffered("The site has more than one network for this project ("
                    + String.join(", ", networks.stream().map(Network::getName).toList())
                    + "), and which is meant cannot be guessed.");
        }
        return networks.stream().map(network -> network.getId()).findFirst();
    }

    private static SiteException notOffered(String sentence) {
        return new SiteException(SiteException.Code.NOT_OFFERED, sentence);
    }
}
