package org.entente.broker.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.entente.broker.placement.Examples.HUGE;
import static org.entente.broker.placement.Examples.LARGE;
import static org.entente.broker.placement.Examples.TINY;
import static org.entente.broker.placement.Examples.free;
import static org.entente.broker.placement.Examples.kubernetes;
import static org.entente.broker.placement.Examples.largest;
import static org.entente.broker.placement.Examples.machine;
import static org.entente.broker.placement.Examples.openStack;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.document.OrderedWorkload.Volume;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.SiteId;
import org.entente.broker.placement.Verdict.DoesNotFit;
import org.entente.broker.placement.Verdict.Fits;
import org.entente.broker.placement.WorkloadWish.Requirements;
import org.entente.broker.placement.WorkloadWish.Size;
import org.entente.broker.placement.WorkloadWish.VirtualMachineWish;
import org.entente.broker.site.SiteCapabilities;
import org.entente.broker.site.SiteCapabilities.Capacity;
import org.entente.broker.site.SiteCapabilities.Gpu;
import org.entente.broker.site.SiteCapabilities.Image;
import org.entente.broker.site.SiteCapabilities.Images;
import org.entente.broker.site.SiteCapabilities.Networking;
import org.entente.broker.site.SiteCapabilities.Storage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final String SHA_256 = "0123456789abcdef".repeat(4);
    private static final String OTHER_SHA_256 = "fedcba9876543210".repeat(4);

    @Test
    void aSiteWithAllThatIsAskedFitsAndNamesWhatItDidNotTell() {
        Verdict verdict = verdict(machine("m1.tiny"), openStack(free(4, 8), TINY));

        assertThat(verdict).isInstanceOf(Fits.class);
        assertThat(verdict.notTold()).containsExactly(Fact.LARGEST, Fact.FREE, Fact.TOTAL, Fact.QUOTA);
    }

    @Test
    void everyReasonIsToldAndNotOnlyTheFirst() {
        VirtualMachineWish wish = machine("m1.xlarge")
                .from(new ImageSource.Named("windows"))
                .with(List.of(new Volume("data", BigDecimal.TEN, Optional.of("nvme"))))
                .reachedBy(List.of("lab"), true)
                .requiring(requirements("arm64", null));
        SiteCapabilities poor = rich(
                openStack(largest(6, 64), TINY, LARGE, HUGE),
                Images.named(List.of("cirros")),
                new Storage(Optional.of(List.of("ssd")), Optional.empty()),
                new Networking(Optional.of(List.of("public")), Optional.of(false), Optional.empty()));

        assertThat(codes(wish, poor))
                .containsExactly(
                        Reason.IMAGE_NOT_OFFERED,
                        Reason.ARCHITECTURE_NOT_OFFERED,
                        Reason.LARGEST_VCPU,
                        Reason.VOLUME_TYPE_NOT_OFFERED,
                        Reason.NETWORK_NOT_OFFERED,
                        Reason.PUBLIC_ADDRESS_NOT_OFFERED);
        assertThat(refused(wish, poor).sentence())
                .contains("largest free node has 6 vCPU; this needs 8")
                .contains("needs arm64 processors; this site has x86_64")
                .contains("needs volume type nvme; this site has ssd")
                .contains("needs the network lab; this site has public");
    }

    @Test
    void aFlavourThatIsTooLargeNamesTheNearestThatFits() {
        assertThat(change(machine("m1.xlarge"), openStack(largest(6, 64), TINY, LARGE, HUGE)))
                .isEqualTo("With flavour m1.large instead of m1.xlarge it fits");
    }

    @Test
    void needsThatAreTooLargeNameHowMuchWouldFit() {
        VirtualMachineWish wish =
                machine("").of(new Size.AtLeast(BigDecimal.valueOf(8), BigDecimal.valueOf(16), BigDecimal.ONE, 0));

        SiteCapabilities site = openStack(largest(6, 64), TINY, LARGE, HUGE);
        assertThat(codes(wish, site)).containsExactly(Reason.LARGEST_VCPU);
        assertThat(change(wish, site)).isEqualTo("With 6 vCPU instead of 8 it fits");
    }

    @Test
    void anImageInAFormatThatTheSiteDoesNotTakeNamesThoseThatItTakes() {
        VirtualMachineWish wish = machine("m1.tiny")
                .from(new ImageSource.AtAddress(URI.create("https://images.example/q35"), SHA_256))
                .requiring(requirements(null, "q35"));
        SiteCapabilities site = images(new Images(Optional.of(List.of("raw", "qcow2")), List.of()));

        assertThat(refused(wish, site).sentence())
                .isEqualTo("needs q35 images; this site's Glance accepts raw and qcow2."
                        + " With an image in raw or qcow2 instead of q35 it fits");
    }

    @Test
    void anImageIsFoundByItsChecksumWhateverItIsCalled() {
        VirtualMachineWish wish = machine("m1.tiny").from(new ImageSource.WithChecksum(SHA_256));

        assertThat(verdict(wish, images(having(SHA_256)))).isInstanceOf(Fits.class);
        assertThat(codes(wish, images(having(OTHER_SHA_256)))).containsExactly(Reason.IMAGE_NOT_OFFERED);
        assertThat(verdict(wish, images(Images.named(List.of("cirros")))).notTold())
                .contains(Fact.IMAGE_CHECKSUMS);
    }

    @Test
    void anImageOfAnotherSiteNeedsThatSiteToHaveItAndThisOneToTakeItsFormat() {
        VirtualMachineWish wish =
                machine("m1.tiny").from(new ImageSource.AtSite(new OperatorId("boreal"), new SiteId("oslo"), "golden"));
        Candidate paris =
                Examples.site("alba", "paris", "FR", images(new Images(Optional.of(List.of("raw")), List.of())));
        Candidate oslo = Examples.site(
                "boreal",
                "oslo",
                "NO",
                images(new Images(
                        Optional.of(List.of("qcow2")),
                        List.of(new Image("golden", Optional.of(SHA_256), Optional.of("qcow2"), Optional.empty())))));
        SiteIndex sites = SiteIndex.of(List.of(Examples.at(1, paris), Examples.at(1, oslo)));
        SiteIndex alone = SiteIndex.of(List.of(Examples.at(1, paris)));

        assertThat(Reason.in(Survey.of(sites, Demand.of(wish, 1, sites)).found(0)))
                .containsExactly(Reason.IMAGE_FORMAT_NOT_ACCEPTED);
        assertThat(Survey.of(sites, Demand.of(wish, 1, sites)).fits(1)).isTrue();
        assertThat(Reason.in(Survey.of(alone, Demand.of(wish, 1, alone)).found(0)))
                .containsExactly(Reason.IMAGE_SOURCE_UNKNOWN);
    }

    @Test
    void anImageMayNeedMoreDiskThanTheFlavourHas() {
        SiteCapabilities site = images(new Images(
                Optional.empty(),
                List.of(new Image("cirros", Optional.empty(), Optional.empty(), Optional.of(BigDecimal.valueOf(20))))));

        assertThat(refused(machine("m1.tiny"), site).sentence())
                .contains("the image needs a disk of 20 GiB; m1.tiny has 10");
    }

    @Test
    void graphicsProcessorsAreWantedByVendorAndModel() {
        VirtualMachineWish wish = machine("m1.tiny")
                .requiring(
                        new Requirements(Optional.empty(), Optional.empty(), Optional.of("NVIDIA"), Optional.of("L4")));

        assertThat(verdict(wish, gpus(Optional.of(List.of(new Gpu("nvidia", "l4", 2))))))
                .isInstanceOf(Fits.class);
        assertThat(refused(wish, gpus(Optional.of(List.of(new Gpu("NVIDIA", "T4", 2)))))
                        .sentence())
                .contains("needs 1 NVIDIA L4 GPU; this site has 2 NVIDIA T4");
        assertThat(verdict(wish, gpus(Optional.empty())).notTold()).contains(Fact.GPUS);
    }

    @Test
    void containersThatDoNotAllFitNameHowManyWould() {
        WorkloadWish wish = new WorkloadWish.ContainerGroupWish("nginx:1.27", 5, BigDecimal.valueOf(2), BigDecimal.ONE);

        assertThat(codes(wish, kubernetes(free(7, 64)))).containsExactly(Reason.FREE_VCPU);
        assertThat(change(wish, kubernetes(free(7, 64)))).isEqualTo("With 3 replicas instead of 5 it fits");
    }

    @Test
    void oneGroupOfContainersMustFitOnOneHost() {
        WorkloadWish wish = new WorkloadWish.ContainerGroupWish("nginx:1.27", 5, BigDecimal.valueOf(2), BigDecimal.ONE);

        assertThat(verdict(wish, kubernetes(largest(2, 1)))).isInstanceOf(Fits.class);
        assertThat(codes(wish, kubernetes(largest(1, 1)))).containsExactly(Reason.LARGEST_VCPU);
    }

    @Test
    void noChangeHelpsWhereTheTechnologyDiffers() {
        DoesNotFit verdict = refused(machine("m1.tiny"), kubernetes(Capacity.UNKNOWN));

        assertThat(verdict.objections())
                .extracting(Verdict.Objection::reason)
                .containsExactly(Reason.TECHNOLOGY_DIFFERS);
        assertThat(verdict.nearestChange()).isEmpty();
    }

    private static Verdict verdict(WorkloadWish wish, SiteCapabilities capabilities) {
        return Fit.of(wish, Examples.site("boreal", "oslo", "NO", capabilities));
    }

    private static DoesNotFit refused(WorkloadWish wish, SiteCapabilities capabilities) {
        return (DoesNotFit) verdict(wish, capabilities);
    }

    private static List<Reason> codes(WorkloadWish wish, SiteCapabilities capabilities) {
        return refused(wish, capabilities).objections().stream()
                .map(Verdict.Objection::reason)
                .toList();
    }

    private static String change(WorkloadWish wish, SiteCapabilities capabilities) {
        return refused(wish, capabilities).nearestChange().orElseThrow();
    }

    private static Requirements requirements(@Nullable String architecture, @Nullable String format) {
        return new Requirements(
                Optional.ofNullable(architecture), Optional.ofNullable(format), Optional.empty(), Optional.empty());
    }

    private static Images having(String sha256) {
        return new Images(
                Optional.empty(),
                List.of(new Image("some", Optional.of(sha256), Optional.of("raw"), Optional.empty())));
    }

    private static SiteCapabilities images(Images images) {
        return openStack(Capacity.UNKNOWN, TINY).having(List.of(TINY), images, Capacity.UNKNOWN);
    }

    private static SiteCapabilities gpus(Optional<List<Gpu>> gpus) {
        SiteCapabilities plain = openStack(Capacity.UNKNOWN, TINY);
        return new SiteCapabilities(
                plain.technology(),
                plain.release(),
                plain.apis(),
                plain.flavours(),
                true,
                plain.capacity(),
                plain.architectures(),
                gpus,
                plain.images(),
                plain.storage(),
                plain.networking(),
                plain.missing());
    }

    private static SiteCapabilities rich(
            SiteCapabilities plain, Images images, Storage storage, Networking networking) {
        return new SiteCapabilities(
                plain.technology(),
                plain.release(),
                plain.apis(),
                plain.flavours(),
                true,
                plain.capacity(),
                Optional.of(List.of("x86_64")),
                Optional.of(List.of()),
                images,
                storage,
                networking,
                plain.missing());
    }
}
