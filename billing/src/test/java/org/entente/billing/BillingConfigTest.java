package org.entente.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.entente.billing.closing.ClosingConfig;
import org.entente.billing.rating.RatingConfig;
import org.junit.jupiter.api.Test;

class BillingConfigTest {
    @Test
    void ratingKeepsUpWithinSeconds() {
        RatingConfig defaults = defaultsOf(RatingConfig.class);

        assertThat(defaults.every()).isEqualTo("2s");
        assertThat(defaults.batch()).isEqualTo(500);
        assertThat(defaults.catchUpBatches()).isEqualTo(20);
    }

    @Test
    void partnersHaveDaysToAnswer() {
        ClosingConfig defaults = defaultsOf(ClosingConfig.class);

        assertThat(defaults.every()).isEqualTo("2s");
        assertThat(defaults.usageWithin()).isEqualTo(Duration.ofDays(3));
        assertThat(defaults.statementWithin()).isEqualTo(Duration.ofDays(5));
        assertThat(defaults.invoiceWithin()).isEqualTo(Duration.ofDays(2));
        assertThat(defaults.resendPause()).isEqualTo(Duration.ofSeconds(2));
        assertThat(defaults.resendPauseMax()).isEqualTo(Duration.ofHours(1));
    }

    private static <C> C defaultsOf(Class<C> mapping) {
        return new SmallRyeConfigBuilder()
                .withMapping(mapping)
                .withConverter(Duration.class, 100, new DurationConverter())
                .build()
                .getConfigMapping(mapping);
    }
}
