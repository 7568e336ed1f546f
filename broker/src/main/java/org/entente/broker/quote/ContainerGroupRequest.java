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
import org.entente.agreements.document.OrderedWorkload;
import org.entente.broker.placement.WorkloadWish;

/**
 * Equal groups of containers. The short form is one container: {@code image}, {@code replicas}, {@code vcpuEach} and
 * {@code memoryGibEach}, in GiB.
 *
 * @param containers instead of the short form: all containers of a group
 * @param stable whether each group keeps its name and its volumes over restarts
 */
public record ContainerGroupRequest(
        Optional<@Size(min = 1, max = 255, message = "must have 1 to 255 characters") String> image,

        Optional<
                        @Min(value = 1, message = "must be from 1 to 1000") @Max(value = 1000, message = "must be from 1 to 1000") Integer>
                replicas,

        Optional<
                        @DecimalMin(value = "0.001", message = "must be from 0.001 to 1024") @DecimalMax(value = "1024", message = "must be from 0.001 to 1024") BigDecimal>
                vcpuEach,

        Optional<
                        @DecimalMin(value = "0.001", message = "must be from 0.001 to 65536") @DecimalMax(value = "65536", message = "must be from 0.001 to 65536") BigDecimal>
                memoryGibEach,

        @Size(max = 16, message = "may have at most 16 containers") List<@Valid ContainerRequest> containers,

        @Size(max = 16, message = "may have at most 16 volumes") List<@Valid VolumeRequest> volumes,

        Optional<Boolean> stable) {
    public ContainerGroupRequest {
        containers = containers == null ? List.of() : List.copyOf(containers);
        volumes = volumes == null ? List.of() : List.copyOf(volumes);
    }

    WorkloadWish wish(WorkloadRequest workload) {
        boolean isShort = image.isPresent() || vcpuEach.isPresent() || memoryGibEach.isPresent();
        if (isShort == !containers.isEmpty()) {
            throw workload.unclear("needs containers, or else an image with vcpuEach and memoryGibEach");
        }
        if (isShort && (image.isEmpty() || vcpuEach.isEmpty() || memoryGibEach.isEmpty())) {
            throw workload.unclear("needs all of image, vcpuEach and memoryGibEach");
        }
        List<OrderedWorkload.Container> all = isShort
                ? new OrderedWorkload.ContainerGroup(
                                image.orElseThrow(), 1, vcpuEach.orElseThrow(), memoryGibEach.orElseThrow())
                        .containers()
                : containers.stream().map(ContainerRequest::container).toList();
        return new WorkloadWish.ContainerGroupWish(new OrderedWorkload.ContainerGroup(
                all,
                replicas.orElse(1),
                volumes.stream().map(VolumeRequest::volume).toList(),
                stable.orElse(false)));
    }

    /** One container; memory in GiB. */
    public record ContainerRequest(
            @NotNull @Pattern(
                    regexp = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?",
                    message = "must have 1 to 63 small letters, digits and hyphens, with no hyphen at either end")
            String name,

            @NotBlank @Size(max = 255, message = "may have at most 255 characters") String image,

            @NotNull @DecimalMin(value = "0.001", message = "must be from 0.001 to 1024") @DecimalMax(value = "1024", message = "must be from 0.001 to 1024") BigDecimal vcpu,

            @NotNull @DecimalMin(value = "0.001", message = "must be from 0.001 to 65536") @DecimalMax(value = "65536", message = "must be from 0.001 to 65536") BigDecimal memoryGib,

            @Size(max = 256, message = "may have at most 256 variables") List<@Valid VariableRequest> environment,

            @Size(max = 64, message = "may have at most 64 ports") List<@Valid PortRequest> ports,

            @Size(max = 16, message = "may have at most 16 mounts") List<@Valid MountRequest> mounts,

            @Size(max = 64, message = "may have at most 64 words") List<@Size(max = 4096, message = "may have at most 4096 characters") String> command) {
        public ContainerRequest {
            environment = environment == null ? List.of() : List.copyOf(environment);
            ports = ports == null ? List.of() : List.copyOf(ports);
            mounts = mounts == null ? List.of() : List.copyOf(mounts);
            command = command == null ? List.of() : List.copyOf(command);
        }

        OrderedWorkload.Container container() {
            return new OrderedWorkload.Container(
                    name,
                    image,
                    vcpu,
                    memoryGib,
                    environment.stream()
                            .map(variable -> new OrderedWorkload.Variable(variable.name(), variable.value()))
                            .toList(),
                    ports.stream().map(PortRequest::port).toList(),
                    mounts.stream()
                            .map(mount -> new OrderedWorkload.Mount(mount.volume(), mount.path()))
                            .toList(),
                    command);
        }
    }

    /** One environment variable. */
    public record VariableRequest(
            @NotNull @Pattern(
                    regexp = "[-._a-zA-Z][-._a-zA-Z0-9]{0,254}",
                    message = "must have 1 to 255 letters, digits, dots, hyphens and underscores, with no digit first")
            String name,

            @NotNull @Size(max = 32_768, message = "may have at most 32768 characters") String value) {}

    /** Where the container sees a volume. */
    public record MountRequest(
            @NotNull String volume,

            @NotNull @Pattern(
                    regexp = "/[^:\\u0000]{0,1023}",
                    message = "must be an absolute path of at most 1024 characters, without a colon")
            String path) {}
}
