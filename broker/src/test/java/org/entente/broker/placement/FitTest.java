package org.entente.broker.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.Place;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.language.Technology;
import org.entente.broker.placement.Verdict.DoesNotFit;
import org.entente.broker.placement.Verdict.Fits;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Flavour;
import org.entente.broker.site.Workload;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final Candidate OSLO = candidate(
            Technology.OPENSTACK,
            List.of(new Flavour("m1.tiny", BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.ONE)),
            List.of("cirros"));
    private static final Candidate TROMSO = candidate(Technology.KUBERNETES, List.of(), List.of());

    @Test
    void aMachineIsAsLargeAsItsFlavourAtTheSite() {
        assertThat(Fit.of(new WorkloadWish.VirtualMachineWish("cirros", "m1.tiny"), OSLO))
                .isEqualTo(new Fits(
                        new Workload.VirtualMachine(
                                "cirros", "m1.tiny", BigDecimal.ONE, new BigDecimal("0.5"), BigDecimal.ONE),
                        List.of(Fact.LARGEST, Fact.FREE, Fact.TOTAL, Fact.QUOTA)));
    }

    @Test
    void aFlavourThatTheSiteLacksIsNamedWithThoseItHas() {
        refuses(new WorkloadWish.VirtualMachineWish("cirros", "m9.huge"), OSLO, Reason.FLAVOUR_NOT_OFFERED, "m1.tiny");
    }

    @Test
    void anImageThatTheSiteLacksIsNamedWithThoseItHas() {
        refuses(new WorkloadWish.VirtualMachineWish("windows", "m1.tiny"), OSLO, Reason.IMAGE_NOT_OFFERED, "cirros");
    }

    @Test
    void containersNeedKubernetesAndMachinesOpenStack() {
        WorkloadWish group = new WorkloadWish.ContainerGroupWish("nginx:1.27", 2, BigDecimal.ONE, BigDecimal.ONE);
        refuses(group, OSLO, Reason.TECHNOLOGY_DIFFERS, "KUBERNETES");
        refuses(
                new WorkloadWish.VirtualMachineWish("cirros", "m1.tiny"),
                TROMSO,
                Reason.TECHNOLOGY_DIFFERS,
                "OPENSTACK");
        assertThat(Fit.of(group, TROMSO)).isInstanceOf(Fits.class);
    }

    private static void refuses(WorkloadWish wish, Candidate candidate, Reason reason, String told) {
        assertThat(Fit.of(wish, candidate)).isInstanceOfSatisfying(DoesNotFit.class, verdict -> {
            assertThat(verdict.objections())
                    .extracting(Verdict.Objection::reason)
                    .containsExactly(reason);
            assertThat(verdict.sentence()).contains(told);
        });
    }

    private static Candidate candidate(Technology technology, List<Flavour> flavours, List<String> images) {
        return new Candidate(
                new Place(new OperatorId("boreal"), new SiteId("a-site")),
                Optional.empty(),
                "A site",
                "NO",
                Optional.empty(),
                Optional.empty(),
                SiteCapabilities.bare(technology, "1")
                        .having(flavours, SiteCapabilities.Images.named(images), SiteCapabilities.Capacity.UNKNOWN),
                Instant.EPOCH);
    }
}
