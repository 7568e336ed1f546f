package org.entente.simulator.openstack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;

/** A project-scoped token with the site's catalogue. */
record TokenView(
        List<String> methods,
        NamedView user,
        @JsonProperty("expires_at") String expiresAt,
        @JsonProperty("issued_at") String issuedAt,
        NamedView project,
        List<RoleView> roles,
        List<ServiceView> catalog) {
    static final String REGION = "RegionOne";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    record DomainView(String id, String name) {}

    record NamedView(String id, String name, DomainView domain) {}

    record RoleView(String id, String name) {}

    record EndpointView(
            String id,
            @JsonProperty("interface") String face,
            @JsonProperty("region_id") String regionId,
            String region,
            String url) {}

    record ServiceView(String id, String type, String name, List<EndpointView> endpoints) {}

    static TokenView of(Cloud cloud, Tokens.Issued issued, String base, String name) {
        DomainView domain = new DomainView("default", "Default");
        return new TokenView(
                List.of("password"),
                new NamedView(cloud.shape().userId(), name, domain),
                TIME.format(issued.expiresAt()),
                TIME.format(issued.issuedAt()),
                new NamedView(cloud.shape().projectId(), name, domain),
                List.of(new RoleView("9fe2ff9ee4384b1894a90878d3e92bab", "member")),
                List.of(
                        service("identity", "keystone", base + "/identity/v3"),
                        service("compute", "nova", base + "/compute/v2.1"),
                        service("image", "glance", base + "/image"),
                        service("network", "neutron", base + "/network"),
                        service("placement", "placement", base + "/placement"),
                        service("volumev3", "cinderv3", base + "/volume/v3")));
    }

    private static ServiceView service(String type, String name, String url) {
        return new ServiceView(
                idOf(url), type, name, List.of(new EndpointView(idOf(url + "#public"), "public", REGION, REGION, url)));
    }

    private static String idOf(String url) {
        return UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
