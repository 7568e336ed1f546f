package org.entente.launcher.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0.0 s",
        "PT0.099S, 0.0 s",
        "PT1.25S, 1.2 s",
        "PT59.999S, 59.9 s",
        "PT1M, 1 min 0 s",
        "PT1H2M5.9S, 62 min 5 s"
    })
    void aDurationIsWrittenAsAPersonReadsIt(Duration elapsed, String text) {
        assertThat(Elapsed.text(elapsed)).isEqualTo(text);
    }
}
