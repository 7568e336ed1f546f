package org.entente.broker.quote;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.document.ImageSource;
import org.entente.broker.placement.WorkloadWish;

/**
 * A virtual machine. The short form is {@code image} and {@code flavour}, by their names at the site.
 *
 * @param image by its name at the site
 * @param imageSource instead: by checksum, at an address, or of another site
 * @param flavour by its name at the site
 * @param needs instead: at least so much
 * @param networks of the site to plug into; none for its only one
 * @param userData what cloud-init reads at the first start
 * @param sshKey a public key in OpenSSH's format
 * @param architecture of the processors
 * @param imageFormat of an image that is brought in
 */
public record VirtualMachineRequest(
        Optional<@Size(min = 1, max = 255, message = "must have 1 to 255 characters") String> image,
        Optional<ImageSource> imageSource,
        Optional<@Size(min = 1, max = 255, message = "must have 1 to 255 characters") String> flavour,
        Optional<@Valid NeedsRequest> needs,

        @Size(max = 16, message = "may name at most 16 networks") List<@NotBlank @Size(max = 255, message = "may have at most 255 characters") String> networks,

        @Size(max = 64, message = "may have at most 64 ports") List<@Valid PortRequest> ports,

        @Size(max = 16, message = "may have at most 16 volumes") List<@Valid VolumeRequest> volumes,

        Optional<@Size(max = 65_535, message = "may have at most 65535 characters") String> userData,

        Optional<
                        @Size(max = 16_384, message = "may have at most 16384 characters") @Pattern(
                                regexp = "(ssh|ecdsa|sk)-[-a-z0-9@.]+ [A-Za-z0-9+/=]+( [^\\r\\n]*)?",
                                message = "must be one public key in OpenSSH's format")
                        String>
                sshKey,

        Optional<Boolean> publicAddress,
        Optional<@Size(min = 1, max = 32, message = "must have 1 to 32 characters") String> architecture,
        Optional<@Size(min = 1, max = 32, message = "must have 1 to 32 characters") String> imageFormat) {
    public VirtualMachineRequest {
        networks = networks == null ? List.of() : List.copyOf(networks);
        ports = ports == null ? List.of() : List.copyOf(ports);
        volumes = volumes == null ? List.of() : List.copyOf(volumes);
    }

    /** At least so much; memory and disk in GiB. Whose graphics processors and which may be named. */
    public record NeedsRequest(
            @NotNull @DecimalMin(value = "1", message = "must be from 1 to 1024") @DecimalMax(value = "1024", message = "must be from 1 to 1024") BigDecimal vcpu,

            @NotNull @DecimalMin(value = "0.001", message = "must be from 0.001 to 65536") @DecimalMax(value = "65536", message = "must be from 0.001 to 65536") BigDecimal memoryGib,

            Optional<
                            @DecimalMin(value = "0", message = "must be from 0 to 1048576") @DecimalMax(value = "1048576", message = "must be from 0 to 1048576") BigDecimal>
                    diskGib,

            Optional<
                            @Min(value = 0, message = "must be from 0 to 64") @Max(value = 64, message = "must be from 0 to 64") Integer>
                    gpus,

            Optional<@Size(min = 1, max = 64, message = "must have 1 to 64 characters") String> gpuVendor,
            Optional<@Size(min = 1, max = 64, message = "must have 1 to 64 characters") String> gpuModel) {
        WorkloadWish.Size size() {
            return new WorkloadWish.Size.AtLeast(vcpu, memoryGib, diskGib.orElse(BigDecimal.ZERO), gpus.orElse(0));
        }
    }

    WorkloadWish wish(WorkloadRequest workload) {
        if (image.isPresent() == imageSource.isPresent()) {
            throw workload.unclear("needs an image by its name, or else an imageSource");
        }
        if (flavour.isPresent() == needs.isPresent()) {
            throw workload.unclear("needs a flavour by its name, or else needs");
        }
        ImageSource source = imageSource.orElseGet(() -> new ImageSource.Named(image.orElseThrow()));
        if (source instanceof ImageSource.AtAddress(var address, var sha256)
                && !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
            throw workload.unclear("has an image at " + address + ", which is no address of the web");
        }
        return new WorkloadWish.VirtualMachineWish(
                source,
                flavour.<WorkloadWish.Size>map(WorkloadWish.Size.Flavour::new)
                        .orElseGet(() -> needs.orElseThrow().size()),
                networks,
                ports.stream().map(PortRequest::port).toList(),
                volumes.stream().map(VolumeRequest::volume).toList(),
                userData,
                sshKey,
                publicAddress.orElse(false),
                new WorkloadWish.Requirements(
                        architecture,
                        imageFormat,
                        needs.flatMap(NeedsRequest::gpuVendor),
                        needs.flatMap(NeedsRequest::gpuModel)));
    }
}
