package org.entente.broker.offer;

import java.util.List;
import org.entente.agreements.agreement.SignedAgreement;
import org.entente.agreements.document.DocumentHash;
import org.entente.agreements.document.Offer.OfferedSite;
import org.entente.agreements.document.OfferedDetails;

/**
 * What makes an offer differ from another, as hashes.
 *
 * @param lasting everything but the room and the time at which it was seen
 * @param room how much there is at each site
 */
record OfferContent(String lasting, String room) {
    static OfferContent of(SignedAgreement agreement, List<OfferedSite> sites) {
        return new OfferContent(
                hash(agreement.hash() + "\n"
                        + sites.stream().map(OfferContent::lasting).toList()),
                hash(sites.stream().map(OfferContent::room).toList().toString()));
    }

    private static String lasting(OfferedSite site) {
        return site.site()
                + site.name()
                + site.country()
                + site.technology()
                + site.release()
                + site.flavours()
                + site.images()
                + site.details().map(OfferContent::withoutRoom).orElse("");
    }

    private static String withoutRoom(OfferedDetails details) {
        return List.of(
                        details.location(),
                        details.gramsCo2PerKwh(),
                        details.virtualMachines(),
                        details.architectures(),
                        details.gpus(),
                        details.imageFormats(),
                        details.images(),
                        details.volumeTypes(),
                        details.publicAddresses())
                .toString();
    }

    private static String room(OfferedSite site) {
        return site.site().toString() + site.details().map(details -> details.capacity() + "" + details.largest());
    }

    private static String hash(String content) {
        return DocumentHash.of(content).value();
    }
}
