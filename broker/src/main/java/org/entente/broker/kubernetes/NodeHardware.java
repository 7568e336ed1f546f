package org.entente.broker.kubernetes;

import io.fabric8.kubernetes.api.model.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.entente.broker.site.SiteCapabilities.Gpu;

/**
 * What the nodes are made of: their processors' architectures, and the graphics processors that their device plugins tell
 * as resources of the vendor. The model is what the vendor's labels say, or else the resource's own name.
 */
final class NodeHardware {
    private NodeHardware() {}

    private enum Vendor {
        NVIDIA("nvidia.com/", "nvidia.com/gpu.product"),
        AMD("amd.com/", "amd.com/gpu.product-name"),
        INTEL("gpu.intel.com/", "gpu.intel.com/product");

        private final String domain;
        private final String modelLabel;

        Vendor(String domain, String modelLabel) {
            this.domain = domain;
            this.modelLabel = modelLabel;
        }

        /** A card, or a part of one as NVIDIA's {@code mig-…}; not what only describes one, such as its memory. */
        private boolean isGpu(String resource) {
            String name = resource.startsWith(domain) ? resource.substring(domain.length()) : "";
            return name.equals("gpu") || name.startsWith("mig-") || name.equals("i915") || name.equals("xe");
        }
    }

    /** Absent as soon as one node does not tell. */
    static Optional<List<String>> architectures(List<Node> nodes) {
        List<String> told = nodes.stream()
                .filter(node -> node.getStatus() != null && node.getStatus().getNodeInfo() != null)
                .map(node -> node.getStatus().getNodeInfo().getArchitecture())
                .filter(architecture -> architecture != null && !architecture.isBlank())
                .toList();
        return told.size() == nodes.size()
                ? Optional.of(told.stream().distinct().sorted().toList())
                : Optional.empty();
    }

    static List<Gpu> gpus(List<Node> nodes) {
        Map<String, Gpu> gpus = new TreeMap<>();
        for (Node node : nodes) {
            for (Gpu gpu : gpus(node)) {
                gpus.merge(
                        gpu.vendor() + "/" + gpu.model(),
                        gpu,
                        (one, other) -> new Gpu(one.vendor(), one.model(), one.count() + other.count()));
            }
        }
        return List.copyOf(gpus.values());
    }

    private static List<Gpu> gpus(Node node) {
        List<Gpu> gpus = new ArrayList<>();
        if (node.getStatus() == null || node.getStatus().getAllocatable() == null) {
            return gpus;
        }
        for (String resource : node.getStatus().getAllocatable().keySet()) {
            for (Vendor vendor : Vendor.values()) {
                int count = vendor.isGpu(resource)
                        ? Quantities.amount(node.getStatus().getAllocatable(), resource)
                                .orElse(BigDecimal.ZERO)
                                .intValue()
                        : 0;
                if (count > 0) {
                    gpus.add(new Gpu(vendor.name(), model(node, vendor, resource), count));
                }
            }
        }
        return gpus;
    }

    private static String model(Node node, Vendor vendor, String resource) {
        Map<String, String> labels = node.getMetadata().getLabels();
        return labels == null ? resource : labels.getOrDefault(vendor.modelLabel, resource);
    }
}
