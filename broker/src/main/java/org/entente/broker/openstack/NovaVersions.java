package org.entente.broker.openstack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import org.entente.broker.site.SiteException;
import org.jspecify.annotations.Nullable;
import org.openstack4j.api.types.ServiceType;
import org.openstack4j.core.transport.ExecutionOptions;
import org.openstack4j.core.transport.propagation.PropagateOnStatus;
import org.openstack4j.openstack.internal.BaseOpenStackService;

/** Nova's version document, which openstack4j has no call for. It stands at the root of the API, above any project. */
final class NovaVersions extends BaseOpenStackService {
    private static final Pattern BELOW_ROOT = Pattern.compile("(/v2(?:\\.\\d+)?)/.*$");

    record Document(@Nullable Version version) {}

    /** @param version the highest microversion, empty for an API that has none */
    record Version(
            @Nullable String id,
            @Nullable String version,
            @JsonProperty("min_version") @Nullable String minimum) {}

    NovaVersions() {
        super(ServiceType.COMPUTE, NovaVersions::root);
    }

    /** The highest microversion, or the API's own version where it has none. */
    String highest() {
        Version version = get(Document.class, "/")
                .execute(ExecutionOptions.create(PropagateOnStatus.on(404)))
                .version();
        if (version == null || version.id() == null) {
            throw new SiteException(SiteException.Code.BROKEN, "The site's Nova does not tell its version.");
        }
        String highest = version.version();
        return highest == null || highest.isEmpty() ? version.id().replaceFirst("^v", "") : highest;
    }

    static String root(String catalogued) {
        return BELOW_ROOT.matcher(catalogued).replaceFirst("$1");
    }
}
