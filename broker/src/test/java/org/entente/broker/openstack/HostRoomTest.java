package org.entente.broker.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.entente.broker.site.Amounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HostRoomTest {
    private static final HostRoom HALF_FULL = HostRoom.ofProvider(
            "a",
            json("{\"VCPU\": {\"capacity\": 64, \"used\": 58}, \"MEMORY_MB\": {\"capacity\": 4096, \"used\": 512}}"));
    private static final HostRoom SMALL = HostRoom.ofProvider(
            "b", json("{\"VCPU\": {\"capacity\": 4, \"used\": 0}, \"MEMORY_MB\": {\"capacity\": 8192, \"used\": 0}}"));

    @Test
    void largestPlacementIsTheMostOnAnyOneHost() {
        Amounts largest = HostRoom.largest(List.of(HALF_FULL, SMALL));

        assertThat(largest.vcpu()).contains(new BigDecimal("6"));
        assertThat(largest.memoryGib()).contains(new BigDecimal("8"));
        assertThat(largest.diskGib()).isEmpty();
    }

    @Test
    void freeOfAllHostsIsNoSinglePlacement() {
        assertThat(HostRoom.sum(List.of(HALF_FULL, SMALL), HostRoom.Resource::free)
                        .vcpu())
                .contains(new BigDecimal("10"));
    }

    @Test
    void hostThatDoesNotTellMakesTheSumUnknown() {
        HostRoom silent = HostRoom.ofHypervisor(json("{\"id\": \"c\"}"));

        assertThat(HostRoom.sum(List.of(SMALL, silent), HostRoom.Resource::capacity))
                .isEqualTo(Amounts.UNKNOWN);
    }

    @Test
    void hypervisorThatGaveOutMoreThanItHasTellsNothingOfWhatIsLeft() {
        HostRoom crowded = HostRoom.ofHypervisor(json("{\"id\": \"c\", \"vcpus\": 8, \"vcpus_used\": 12}"));

        assertThat(crowded.vcpu().capacity()).contains(new BigDecimal("8"));
        assertThat(crowded.vcpu().free()).isEmpty();
    }

    @Test
    void fullHostHasAllItCanGiveOutAndNothingLeft() {
        HostRoom full =
                HostRoom.full("d", json("{\"VCPU\": {\"total\": 10, \"reserved\": 2, \"allocation_ratio\": 1.5}}"));

        assertThat(full.vcpu().capacity()).contains(new BigDecimal("12"));
        assertThat(full.vcpu().free()).contains(BigDecimal.ZERO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 0",
                "{\"hw:cpu_policy\": \"dedicated\"} | 0",
                "{\"resources:VGPU\": \"1\"} | 1",
                "{\"resources:CUSTOM_GPU_A100\": \"2\"} | 2",
                "{\"pci_passthrough:alias\": \"gpu-a100:2\"} | 2",
                "{\"pci_passthrough:alias\": \"fast-nic:1,nvidia-t4:1\"} | 1",
                "{\"pci_passthrough:alias\": \"gpu:many\"} | 0",
                "{\"resources:VCPU\": \"4\"} | 0",
            })
    void graphicsProcessorsAreReadFromExtraSpecifications(String specifications, int gpus) {
        JsonNode flavour = json(
                "{\"name\": \"f\", \"vcpus\": 1, \"ram\": 512, \"disk\": 1, \"extra_specs\": " + specifications + "}");

        assertThat(FlavourReading.of(flavour).gpus()).isEqualTo(gpus);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(unreadable);
        }
    }
}
