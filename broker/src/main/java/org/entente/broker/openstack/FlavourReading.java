package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.entente.broker.site.SiteCapabilities.Flavour;

/**
 * A flavour of Nova's in the broker's words. Graphics processors are asked for in its extra specifications: as resources
 * ({@code resources:VGPU=1}, {@code resources:CUSTOM_GPU_A100=2}) or as PCI devices by an alias
 * ({@code pci_passthrough:alias=gpu-a100:2}), which says by its name alone that it is one.
 */
final class FlavourReading {
    private static final Pattern GRAPHICS =
            Pattern.compile("gpu|nvidia|tesla|radeon|instinct", Pattern.CASE_INSENSITIVE);
    private static final int COUNT_MAX = 1000;

    private FlavourReading() {}

    static Flavour of(JsonNode flavour) {
        return new Flavour(
                flavour.path("name").asText(),
                BigDecimal.valueOf(flavour.path("vcpus").asLong()),
                HostRoom.gib(flavour.path("ram").asLong()),
                BigDecimal.valueOf(flavour.path("disk").asLong()
                        + flavour.path("OS-FLV-EXT-DATA:ephemeral").asLong()),
                graphicsProcessors(flavour.path("extra_specs")));
    }

    private static int graphicsProcessors(JsonNode specifications) {
        return specifications.properties().stream()
                .mapToInt(specification ->
                        counted(specification.getKey(), specification.getValue().asText()))
                .sum();
    }

    private static int counted(String key, String value) {
        if (key.equals("pci_passthrough:alias")) {
            return Arrays.stream(value.split(",", -1))
                    .filter(alias -> GRAPHICS.matcher(alias).find())
                    .mapToInt(alias -> count(alias.substring(alias.indexOf(':') + 1)))
                    .sum();
        }
        return key.startsWith("resources") && GRAPHICS.matcher(key).find() ? count(value) : 0;
    }

    private static int count(String text) {
        String digits = text.strip();
        return digits.matches("\\d{1,4}") ? Math.min(Integer.parseInt(digits), COUNT_MAX) : 0;
    }
}
