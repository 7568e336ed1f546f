package org.entente.metering;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MeteringConfigTest {
    @Test
    void defaultsSuitAnOrdinaryOperator() {
        SmallRyeConfig configuration =
                new SmallRyeConfigBuilder().withMapping(MeteringConfig.class).build();
        MeteringConfig defaults = configuration.getConfigMapping(MeteringConfig.class);

        assertThat(defaults.clockSkew()).isEqualTo(Duration.ofSeconds(30));
        assertThat(defaults.partnerNoticeGrace()).isEqualTo(Duration.ofMinutes(5));
        assertThat(defaults.reportingEvery()).isEqualTo("0.5s");
        assertThat(defaults.recordsPerReport()).isEqualTo(1000);
        assertThat(defaults.reportsPerRun()).isEqualTo(10);
    }
}
