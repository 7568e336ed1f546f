package org.entente.broker.site;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.Technology;

/**
 * Probed facts about a site. What the site did not tell is absent.
 *
 * @param release what the site calls its version: the highest Nova microversion, or the Kubernetes version
 * @param flavours the sizes of virtual machine on offer; none on a Kubernetes site
 * @param images the images by name; none on a Kubernetes site, which pulls any
 * @param vcpuTotal virtual processors in all
 * @param memoryGibTotal memory in all, in GiB
 */
public record SiteCapabilities(
        Technology technology,
        String release,
        List<Flavour> flavours,
        List<String> images,
        Optional<BigDecimal> vcpuTotal,
        Optional<BigDecimal> memoryGibTotal) {
    public SiteCapabilities {
        flavours = List.copyOf(flavours);
        images = List.copyOf(images);
    }

    /** One size of virtual machine. Memory and disk in GiB. */
    public record Flavour(String name, BigDecimal vcpu, BigDecimal memoryGib, BigDecimal diskGib) {}
}
