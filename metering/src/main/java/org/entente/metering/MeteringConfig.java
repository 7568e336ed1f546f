package org.entente.metering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How use is metered and reported. */
@ConfigMapping(prefix = "entente.metering")
public interface MeteringConfig {
    /** How far the clocks of a site or a partner may be ahead of ours before what they state is refused. */
    @WithDefault("PT30S")
    @DurationMin(seconds = 0)
    @DurationMax(minutes = 5)
    Duration clockSkew();

    /**
     * How long after a midnight the home operator waits for the host to say that an instance had ended before it. Only then
     * is the day's use of an instance that runs at a partner recorded without the host's report.
     */
    @WithDefault("PT5M")
    @DurationMin(seconds = 0)
    @DurationMax(hours = 24)
    Duration partnerNoticeGrace();

    /** How often the host operator looks for use to report, in the form of {@code Scheduled.every}. */
    @WithDefault("0.5s")
    @NotBlank String reportingEvery();

    /** The most records of one usage report that we make. */
    @WithDefault("1000")
    @Min(1) @Max(10_000) int recordsPerReport();

    /** The most reports under one agreement that one run of the job makes. */
    @WithDefault("10")
    @Min(1) @Max(1000) int reportsPerRun();
}
