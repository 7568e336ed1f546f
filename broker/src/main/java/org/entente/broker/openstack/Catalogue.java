package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.entente.broker.site.SiteException;

/** The public addresses of a site's services in one region, from the catalogue in a token. */
record Catalogue(Map<ServiceType, String> addresses, String region) {
    Catalogue {
        addresses = Map.copyOf(addresses);
    }

    /** @param region the region's name, or the empty string for the only one */
    static Catalogue of(JsonNode services, String region) {
        Map<ServiceType, String> found = new EnumMap<>(ServiceType.class);
        for (ServiceType type : ServiceType.values()) {
            type.names().stream()
                    .flatMap(name -> find(services, name, region).stream())
                    .findFirst()
                    .ifPresent(address -> found.put(type, address));
        }
        return new Catalogue(found, region);
    }

    Optional<String> find(ServiceType type) {
        return Optional.ofNullable(addresses.get(type));
    }

    String get(ServiceType type) {
        return find(type)
                .orElseThrow(() -> new SiteException(
                        SiteException.Code.BROKEN,
                        "The site's catalogue names no public " + type.title() + " service over HTTP"
                                + (region.isEmpty() ? "." : " in the region '" + region + "'.")));
    }

    private static Optional<String> find(JsonNode services, String name, String region) {
        List<JsonNode> there = stream(services)
                .filter(service -> name.equals(service.path("type").asText()))
                .flatMap(service -> stream(service.path("endpoints")))
                .filter(endpoint -> "public".equals(endpoint.path("interface").asText())
                        && isHttp(endpoint.path("url").asText())
                        && (region.isEmpty() || region.equals(regionOf(endpoint))))
                .toList();
        TreeSet<String> regions =
                new TreeSet<>(there.stream().map(Catalogue::regionOf).toList());
        if (regions.size() > 1) {
            throw new SiteException(
                    SiteException.Code.NOT_OFFERED,
                    "The site has several regions (" + String.join(", ", regions) + "), and none was named.");
        }
        return there.stream()
                .map(endpoint -> withoutTrailingSlash(endpoint.path("url").asText()))
                .findFirst();
    }

    private static String regionOf(JsonNode endpoint) {
        return endpoint.path("region").asText(endpoint.path("region_id").asText());
    }

    private static boolean isHttp(String url) {
        try {
            URI address = URI.create(url);
            return address.getHost() != null
                    && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
        } catch (IllegalArgumentException garbage) {
            return false;
        }
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    static String withoutTrailingSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }
}
