package org.entente.agreements.rotation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** From when a key may have been in other hands, and why one thinks so. */
public record RevocationRequest(
        @NotNull Instant from, @NotBlank @Size(max = 500) String reason) {}
