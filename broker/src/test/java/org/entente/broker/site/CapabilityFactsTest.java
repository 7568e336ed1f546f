package org.entente.broker.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.CapabilityFacts.Change;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.SiteCapabilities.Image;
import org.entente.broker.site.SiteCapabilities.Images;
import org.junit.jupiter.api.Test;

class CapabilityFactsTest {
    @Test
    void whatIsFreeAtTheMomentIsNoDifference() {
        Amounts total = amounts("10", "20");
        SiteCapabilities busy = site("2.90", new Capacity(total, amounts("1", "2"), amounts("1", "1"), total));
        SiteCapabilities idle = site("2.90", new Capacity(total, amounts("9", "18"), amounts("4", "8"), total));

        assertThat(CapabilityFacts.of(busy)).isEqualTo(CapabilityFacts.of(idle));
    }

    @Test
    void theSameAmountWrittenOtherwiseIsNoDifference() {
        SiteCapabilities plain =
                site("2.90", new Capacity(amounts("1000", "20"), Amounts.UNKNOWN, Amounts.UNKNOWN, Amounts.UNKNOWN));
        SiteCapabilities scaled =
                site("2.90", new Capacity(amounts("1E+3", "20.00"), Amounts.UNKNOWN, Amounts.UNKNOWN, Amounts.UNKNOWN));

        assertThat(CapabilityFacts.of(plain)).isEqualTo(CapabilityFacts.of(scaled));
    }

    @Test
    void anUpgradeReadsAsWhatIsNewGoneAndOther() {
        SiteCapabilities before = site("2.90", Capacity.UNKNOWN)
                .having(List.of(flavour("m1.small", "1")), Images.named(List.of("cirros")), Capacity.UNKNOWN);
        SiteCapabilities after = site("2.96", Capacity.UNKNOWN)
                .having(
                        List.of(flavour("m1.small", "2")),
                        new Images(
                                Optional.empty(),
                                List.of(new Image(
                                        "debian",
                                        Optional.empty(),
                                        Optional.of("qcow2"),
                                        Optional.of(new BigDecimal("4"))))),
                        Capacity.UNKNOWN);

        assertThat(CapabilityFacts.of(after).since(CapabilityFacts.of(before)))
                .extracting(Change::sentence)
                .containsExactly(
                        "flavour m1.small was 1 vCPU, 2 GiB of memory, 20 GiB of disk,"
                                + " is 2 vCPU, 2 GiB of memory, 20 GiB of disk",
                        "image cirros is gone, was there",
                        "image debian is new: qcow2, at least 4 GiB of disk",
                        "release was 2.90, is 2.96");
    }

    private static SiteCapabilities site(String release, Capacity capacity) {
        SiteCapabilities bare = SiteCapabilities.bare(Technology.OPENSTACK, release);
        return bare.having(bare.flavours(), bare.images(), capacity);
    }

    private static Flavour flavour(String name, String vcpu) {
        return new Flavour(name, new BigDecimal(vcpu), new BigDecimal("2"), new BigDecimal("20"));
    }

    private static Amounts amounts(String vcpu, String memory) {
        return Amounts.of(new BigDecimal(vcpu), new BigDecimal(memory));
    }
}
