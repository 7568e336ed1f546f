package org.entente.simulator.openstack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service's version document. Services without microversions leave their range out. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record VersionView(
        String id,
        String status,
        @Nullable String version,
        @JsonProperty("min_version") @Nullable String minimum,
        List<LinkView> links) {}
