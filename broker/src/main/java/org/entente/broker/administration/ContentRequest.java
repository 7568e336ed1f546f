package org.entente.broker.administration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.entente.agreements.document.ImageSource;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.language.SiteId;
import org.entente.agreements.problem.ProblemException;
import org.entente.broker.site.SiteAdministration.WantedFlavour;
import org.entente.broker.site.SiteAdministration.WantedKey;
import org.entente.broker.site.SiteAdministration.WantedQuota;

/** What to push, exactly one of these. */
public record ContentRequest(
        Optional<@Valid FlavourRequest> flavour,
        Optional<@Valid KeyRequest> key,
        Optional<@Valid QuotaRequest> quota,
        Optional<@Valid ImageRequest> image) {
    private static final BigDecimal MIB_PER_GIB = BigDecimal.valueOf(1024);
    private static final String NAME = "(?!entente-)[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}";
    private static final String KEY_NAME = "(?!entente-)[A-Za-z0-9][A-Za-z0-9 _-]{0,99}";
    private static final int LIMIT_MAX = 1_000_000_000;

    /** A size of virtual machine. Memory in GiB, in whole MiB; disk in GiB, zero for as much as the image has. */
    public record FlavourRequest(
            @NotNull @Pattern(regexp = NAME) String name,
            @Min(1) @Max(1024) int vcpu,
            @NotNull BigDecimal memoryGib,
            @Min(0) @Max(1_000_000) int diskGib) {}

    /** A public key for virtual machines, as OpenSSH writes it. Its name has no dot: older releases of Nova take none. */
    public record KeyRequest(
            @NotNull @Pattern(regexp = KEY_NAME) String name,

            @NotNull @Size(max = 16_000) @Pattern(regexp = "ssh-[a-z0-9-]+ [A-Za-z0-9+/=]+( .*)?|ecdsa-[a-z0-9-]+ [A-Za-z0-9+/=]+( .*)?")
            String publicKey) {}

    /** What our account may hold in all; a limit that is left out stays as it is. Memory and volumes in GiB. */
    public record QuotaRequest(
            Optional<@Min(0) @Max(LIMIT_MAX) Integer> instances,
            Optional<@Min(0) @Max(LIMIT_MAX) Integer> vcpu,
            Optional<BigDecimal> memoryGib,
            Optional<@Min(0) @Max(LIMIT_MAX) Integer> volumes,
            Optional<@Min(0) @Max(LIMIT_MAX) Integer> volumeGib,
            Optional<@Min(0) @Max(LIMIT_MAX) Integer> publicAddresses) {}

    /** An image by the name it is to have, from a site of ours or from the web. */
    public record ImageRequest(
            @NotNull @Pattern(regexp = NAME) String name,
            Optional<@Valid SiteImageRequest> fromSite,
            Optional<@Valid WebImageRequest> fromWeb) {}

    public record SiteImageRequest(
            @NotNull SiteId site, @NotNull @Size(max = 255) String name) {}

    /** The checksum is SHA-256 in lower case hexadecimal. */
    public record WebImageRequest(
            @NotNull URI address,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String sha256) {}

    /** The same as sites are asked for it. What is not exactly one thing is a {@code PUSH_CONTENT} problem. */
    PushContent content(OperatorId self) {
        List<PushContent> all = Stream.<Optional<PushContent>>of(
                        flavour.map(ContentRequest::flavour),
                        key.map(wanted -> new PushContent.Key(new WantedKey(wanted.name(), wanted.publicKey()))),
                        quota.map(ContentRequest::quota),
                        image.map(wanted -> new PushContent.Image(wanted.name(), source(wanted, self))))
                .flatMap(Optional::stream)
                .toList();
        if (all.size() != 1) {
            throw unclear("A push is of exactly one flavour, key, quota or image");
        }
        return all.getFirst();
    }

    private static PushContent flavour(FlavourRequest wanted) {
        return new PushContent.Flavour(
                new WantedFlavour(wanted.name(), wanted.vcpu(), mebibytes(wanted.memoryGib()), wanted.diskGib()));
    }

    private static PushContent quota(QuotaRequest wanted) {
        WantedQuota quota = new WantedQuota(
                wanted.instances(),
                wanted.vcpu(),
                wanted.memoryGib().map(ContentRequest::mebibytes),
                wanted.volumes(),
                wanted.volumeGib(),
                wanted.publicAddresses());
        if (Stream.of(
                        quota.instances(),
                        quota.vcpu(),
                        quota.memoryMib(),
                        quota.volumes(),
                        quota.volumeGib(),
                        quota.publicAddresses())
                .allMatch(Optional::isEmpty)) {
            throw unclear("A quota has at least one limit");
        }
        return new PushContent.Quota(quota);
    }

    private static ImageSource source(ImageRequest wanted, OperatorId self) {
        if (wanted.fromSite().isPresent() == wanted.fromWeb().isPresent()) {
            throw unclear("An image comes either from a site or from the web");
        }
        return wanted.fromSite()
                .<ImageSource>map(there -> new ImageSource.AtSite(self, there.site(), there.name()))
                .orElseGet(() -> {
                    WebImageRequest web = wanted.fromWeb().orElseThrow();
                    return new ImageSource.AtAddress(web.address(), web.sha256());
                });
    }

    private static int mebibytes(BigDecimal gibibytes) {
        try {
            int whole = gibibytes.multiply(MIB_PER_GIB).intValueExact();
            if (whole > 0) {
                return whole;
            }
        } catch (ArithmeticException broken) {
            throw new ProblemException(
                    PushProblem.PUSH_CONTENT, "Memory is in whole MiB, but was " + gibibytes + " GiB", broken);
        }
        throw unclear("Memory is more than nothing, but was " + gibibytes + " GiB");
    }

    private static ProblemException unclear(String sentence) {
        return new ProblemException(PushProblem.PUSH_CONTENT, sentence);
    }
}
