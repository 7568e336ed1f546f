package org.entente.broker.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.entente.broker.openstack.Microversion.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MicroversionTest {
    @Test
    void partsAreNumbers() {
        assertThat(Microversion.of("2.100")).isGreaterThan(Microversion.of("2.93"));
        assertThat(Microversion.of("3.0")).isGreaterThan(Microversion.of("2.100"));
        assertThat(Microversion.read("latest")).isEmpty();
        assertThat(Microversion.read("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SERVERS, 2.87, 2.36",
        "SERVERS, 2.93, 2.36",
        "SERVERS, 2.100, 2.36",
        "FLAVOURS_WITH_SPECIFICATIONS, 2.87, 2.87",
        "FLAVOURS_WITH_SPECIFICATIONS, 2.93, 2.93",
        "FLAVOURS_WITH_SPECIFICATIONS, 2.100, 2.100",
        "FLAVOURS_WITH_SPECIFICATIONS, 2.120, 2.100",
        "HYPERVISORS, 2.100, 2.87",
        "HYPERVISORS, 2.60, 2.60",
    })
    void eachFeatureSpeaksTheHighestCommonVersion(Feature feature, String site, String common) {
        assertThat(Range.of("2.1", site).common(feature.known())).contains(Microversion.of(common));
    }

    @Test
    void whatNobodySpeaksIsAbsent() {
        assertThat(Range.of("2.1", "2.60").common(Feature.FLAVOURS_WITH_SPECIFICATIONS.known()))
                .isEmpty();
        assertThat(Range.of("2.90", "2.100").common(Feature.HYPERVISORS.known()))
                .isEmpty();
        assertThat(Range.NONE.common(Feature.SERVERS.known())).isEmpty();
    }

    @Test
    void rangeOfOneVersionIsCommonWithItself() {
        Range one = Range.of("2.1", "2.1");

        assertThat(List.of(one.common(one))).containsExactly(Optional.of(Microversion.of("2.1")));
    }
}
