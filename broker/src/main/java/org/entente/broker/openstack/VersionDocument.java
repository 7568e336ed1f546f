package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.entente.broker.site.SiteCapabilities.ApiVersions;

/**
 * What a service says of its versions. Nova and Cinder tell at the root of their API, above any project; Glance, Neutron
 * and Placement at the root of the service.
 */
record VersionDocument(String name, Microversion.Range microversions, List<Microversion> versions) {
    private static final Pattern API_ROOT = Pattern.compile("^(.*/v[23](?:\\.\\d+)?)(?:/.*)?$");

    static VersionDocument of(Service service) {
        JsonNode document = service.get(pathOf(service));
        List<JsonNode> all = new ArrayList<>();
        if (document.path("version").isObject()) {
            all.add(document.path("version"));
        }
        document.path("versions").forEach(all::add);
        Microversion.Range range = all.stream()
                .map(VersionDocument::range)
                .filter(found -> found.highest().isPresent())
                .max(Comparator.comparing(found -> found.highest().orElseThrow()))
                .orElse(Microversion.Range.NONE);
        List<Microversion> plain = all.stream()
                .flatMap(
                        version -> Microversion.read(version.path("id").asText().replaceFirst("^v", "")).stream())
                .sorted()
                .toList();
        return new VersionDocument(service.type().title(), range, plain);
    }

    /** The range to advertise: of microversions, or of the API's own versions where it has none. */
    Optional<ApiVersions> advertised() {
        if (microversions.lowest().isPresent() && microversions.highest().isPresent()) {
            return Optional.of(new ApiVersions(
                    name,
                    microversions.lowest().get().toString(),
                    microversions.highest().get().toString()));
        }
        return versions.isEmpty()
                ? Optional.empty()
                : Optional.of(new ApiVersions(
                        name, versions.getFirst().toString(), versions.getLast().toString()));
    }

    private static Microversion.Range range(JsonNode version) {
        String highest =
                version.path("version").asText(version.path("max_version").asText());
        return Microversion.Range.of(version.path("min_version").asText(), highest);
    }

    private static String pathOf(Service service) {
        String address = service.address();
        return switch (service.type()) {
            case COMPUTE, VOLUME -> API_ROOT.matcher(address).replaceFirst("$1") + "/";
            case IMAGE -> withoutVersion(address) + "/versions";
            case NETWORK, PLACEMENT -> withoutVersion(address) + "/";
        };
    }

    private static String withoutVersion(String address) {
        return address.replaceFirst("/v\\d+(\\.\\d+)?$", "");
    }
}
