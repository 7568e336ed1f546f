package org.entente.agreements.life;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How agreements end. */
@ConfigMapping(prefix = "entente.agreements")
public interface LifeConfig {
    /** The shortest notice with which an agreement may be terminated, by us or by a partner. */
    @WithDefault("P30D")
    Duration noticeMin();

    /** How far a notice's time may lie behind the clock when it arrives. */
    @WithDefault("P7D")
    Duration noticeAgeMax();
}
