package org.entente.broker.quote;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import org.entente.agreements.document.OrderedWorkload.Volume;

/** A persistent volume, of the site's default type unless one is named. */
public record VolumeRequest(
        @NotNull @Pattern(
                regexp = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?",
                message = "must have 1 to 63 small letters, digits and hyphens, with no hyphen at either end")
        String name,

        @NotNull @DecimalMin(value = "0.001", message = "must be from 0.001 to 65536") @DecimalMax(value = "65536", message = "must be from 0.001 to 65536") BigDecimal sizeGib,

        Optional<@Size(min = 1, max = 255, message = "must have 1 to 255 characters") String> type) {
    Volume volume() {
        return new Volume(name, sizeGib, type);
    }
}
