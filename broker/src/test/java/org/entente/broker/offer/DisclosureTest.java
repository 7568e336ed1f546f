package org.entente.broker.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.entente.agreements.document.Offer.OfferedSite;
import org.entente.agreements.document.OfferedDetails;
import org.entente.agreements.document.OfferedDetails.OfferedCapacity;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.offer.Disclosure.CapacityShown;
import org.entente.broker.offer.Disclosure.Detail;
import org.entente.broker.placement.Candidate;
import org.entente.broker.site.Amounts;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteCapabilities.Gpu;
import org.entente.broker.site.SiteCapabilities.Image;
import org.entente.broker.site.SiteCapabilities.Images;
import org.entente.broker.site.SiteCapabilities.Networking;
import org.entente.broker.site.SiteCapabilities.Storage;
import org.junit.jupiter.api.Test;

/** What a partner hears of a site is what its operator chose to tell. */
class DisclosureTest {
    private static final Set<Detail> EVERYTHING = EnumSet.allOf(Detail.class);
    private static final Instant NOON = Instant.parse("2027-06-01T12:00:00Z");

    @Test
    void whatIsToldExactlyIsHeardAsItIs() {
        Candidate there = site(List.of(image("cirros")));

        Candidate heard = heard(there, new Disclosure(CapacityShown.EXACT, EVERYTHING));

        assertThat(heard.location()).isEqualTo(there.location());
        assertThat(heard.gramsCo2PerKwh()).isEqualTo(there.gramsCo2PerKwh());
        SiteCapabilities capabilities = heard.capabilities();
        assertThat(capabilities.capacity().free()).isEqualTo(amounts("100", "300"));
        assertThat(capabilities.capacity().largest()).isEqualTo(amounts("24", "60"));
        assertThat(capabilities.gpus()).hasValue(List.of(new Gpu("NVIDIA", "A2", 2)));
        assertThat(capabilities.images()).isEqualTo(there.capabilities().images());
        assertThat(capabilities.networking().publicAddresses()).hasValue(true);
    }

    @Test
    void classesAreRoundedDownToPowersOfTwoAndSetNoLimit() {
        Disclosure classes = new Disclosure(CapacityShown.CLASSES, EVERYTHING);
        OfferedCapacity told = offered(site(List.of()), classes)
                .details()
                .flatMap(OfferedDetails::capacity)
                .orElseThrow();

        assertThat(told.exact()).isFalse();
        assertThat(told.free().vcpu()).hasValue(new BigDecimal("64"));
        assertThat(told.total().memoryGib()).hasValue(new BigDecimal("256"));
        Capacity heard = heard(site(List.of()), classes).capabilities().capacity();
        assertThat(heard.free()).isEqualTo(Amounts.UNKNOWN);
        assertThat(heard.largest().vcpu()).hasValue(new BigDecimal("24"));
    }

    @Test
    void whatIsHiddenIsUnknownToThePartner() {
        Candidate heard = heard(site(List.of(image("cirros"))), new Disclosure(CapacityShown.HIDDEN, Set.of()));

        assertThat(heard.location()).isEmpty();
        assertThat(heard.gramsCo2PerKwh()).isEmpty();
        assertThat(heard.capabilities().capacity()).isEqualTo(Capacity.UNKNOWN);
        assertThat(heard.capabilities().gpus()).isEmpty();
        assertThat(heard.capabilities().architectures()).isEmpty();
        assertThat(heard.images()).as("an order needs their names").containsExactly("cirros");
    }

    @Test
    void anOfferStaysOfAModerateSizeHoweverMuchASiteHas() {
        List<Image> many = IntStream.range(0, 5000)
                .mapToObj(number -> image("image-" + number))
                .toList();

        OfferedSite offered = offered(site(many), new Disclosure(CapacityShown.EXACT, EVERYTHING));

        assertThat(offered.images()).hasSize(OfferedDetails.LIST_MAX);
        assertThat(offered.details().flatMap(OfferedDetails::images).orElseThrow())
                .hasSize(OfferedDetails.LIST_MAX);
    }

    private static Candidate heard(Candidate told, Disclosure disclosure) {
        return OfferedSites.candidate(
                new OperatorId("boreal"), new AgreementId("alba-at-boreal"), offered(told, disclosure));
    }

    private static OfferedSite offered(Candidate told, Disclosure disclosure) {
        return OfferedSites.offered(told, disclosure);
    }

    private static Candidate site(List<Image> images) {
        return new Candidate(
                new Place(new OperatorId("boreal"), new SiteId("boreal-oslo")),
                Optional.empty(),
                "Oslo",
                "NO",
                Optional.of(new Candidate.Location(new BigDecimal("59.91"), new BigDecimal("10.75"))),
                Optional.of(new BigDecimal("28")),
                new SiteCapabilities(
                        Technology.OPENSTACK,
                        "2.96",
                        List.of(),
                        List.of(),
                        true,
                        new Capacity(
                                amounts("200", "400"), amounts("100", "300"), amounts("24", "60"), Amounts.UNKNOWN),
                        Optional.of(List.of("x86_64")),
                        Optional.of(List.of(new Gpu("NVIDIA", "A2", 2))),
                        new Images(Optional.of(List.of("qcow2")), images),
                        new Storage(Optional.of(List.of("ssd")), Optional.empty()),
                        new Networking(Optional.empty(), Optional.of(true), Optional.empty()),
                        List.of()),
                NOON);
    }

    private static Amounts amounts(String vcpu, String memoryGib) {
        return Amounts.of(new BigDecimal(vcpu), new BigDecimal(memoryGib));
    }

    private static Image image(String name) {
        return new Image(name, Optional.of("0".repeat(64)), Optional.of("qcow2"), Optional.of(BigDecimal.ONE));
    }
}
