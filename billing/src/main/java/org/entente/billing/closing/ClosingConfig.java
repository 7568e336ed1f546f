package org.entente.billing.closing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How periods are closed. */
@ConfigMapping(prefix = "entente.billing.closing")
public interface ClosingConfig {
    /** How often periods that are being closed are looked at, in the form of {@code Scheduled.every}. */
    @WithDefault("2s")
    @NotBlank String every();

    /** How long after its end a period's use should be metered, rated and countersigned. */
    @WithDefault("3d")
    @DurationMin
    Duration usageWithin();

    /** How long after its end the host's statement of a period should have arrived. */
    @WithDefault("5d")
    @DurationMin
    Duration statementWithin();

    /** How long after a statement was accepted its invoice should be there and acknowledged. */
    @WithDefault("2d")
    @DurationMin
    Duration invoiceWithin();

    /** How soon a statement that came too early is sent again. It doubles each time, up to {@link #resendPauseMax}. */
    @WithDefault("2s")
    @DurationMin(millis = 1)
    Duration resendPause();

    /** The longest pause before a statement that came too early is sent again. */
    @WithDefault("1h")
    @DurationMin(millis = 1)
    Duration resendPauseMax();
}
