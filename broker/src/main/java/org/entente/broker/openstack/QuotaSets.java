package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.entente.broker.site.SiteAdministration.Ensured;
import org.entente.broker.site.SiteAdministration.WantedQuota;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;

/** The quotas of our project: each service keeps its own. Minus one is no limit. */
final class QuotaSets {
    private final OpenStackSession session;

    QuotaSets(OpenStackSession session) {
        this.session = session;
    }

    /**
     * One service's quotas.
     *
     * @param member what wraps them in its JSON
     * @param limits by the service's own words
     */
    private record Part(Service service, String path, String member, Map<String, Integer> limits) {}

    /** Nothing is changed where a service is missing that the quota speaks of. */
    Ensured ensure(WantedQuota wanted) {
        List<String> before = new ArrayList<>();
        for (Part part : parts(wanted)) {
            changed(part).ifPresent(before::add);
        }
        return before.isEmpty() ? new Ensured.Unchanged() : new Ensured.Changed(String.join(", ", before));
    }

    private List<Part> parts(WantedQuota wanted) {
        String project = Service.encoded(session.token().projectId());
        List<Part> parts = new ArrayList<>();
        Map<String, Integer> compute = new LinkedHashMap<>();
        wanted.instances().ifPresent(limit -> compute.put("instances", limit));
        wanted.vcpu().ifPresent(limit -> compute.put("cores", limit));
        wanted.memoryMib().ifPresent(limit -> compute.put("ram", limit));
        if (!compute.isEmpty()) {
            Service nova = session.service(ServiceType.COMPUTE).at(Feature.SERVERS);
            parts.add(new Part(nova, "/os-quota-sets/" + project, "quota_set", compute));
        }
        Map<String, Integer> volumes = new LinkedHashMap<>();
        wanted.volumes().ifPresent(limit -> volumes.put("volumes", limit));
        wanted.volumeGib().ifPresent(limit -> volumes.put("gigabytes", limit));
        if (!volumes.isEmpty()) {
            Service cinder = needed(ServiceType.VOLUME, "no volumes").at(Feature.VOLUMES);
            parts.add(new Part(cinder, "/os-quota-sets/" + project, "quota_set", volumes));
        }
        wanted.publicAddresses().ifPresent(limit -> {
            Service neutron = needed(ServiceType.NETWORK, "no networks");
            parts.add(new Part(neutron, "/v2.0/quotas/" + project, "quota", Map.of("floatingip", limit)));
        });
        return parts;
    }

    private Service needed(ServiceType type, String what) {
        return session.optionalService(type)
                .orElseThrow(() ->
                        new SiteException(Code.NOT_OFFERED, "The site has " + what + " that a quota could limit."));
    }

    /** What it was, where it is another now. */
    private static Optional<String> changed(Part part) {
        JsonNode there = part.service().get(part.path()).path(part.member());
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        List<String> before = new ArrayList<>();
        part.limits().forEach((name, limit) -> {
            JsonNode known = there.path(name);
            if (!known.isNumber()) {
                throw new SiteException(
                        Code.NOT_OFFERED,
                        "The site's " + part.service().type().title() + " service knows no limit of " + name + ".");
            }
            if (known.asInt() != limit) {
                change.put(name, limit);
                before.add(name + " " + known.asInt());
            }
        });
        if (before.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set(part.member(), change);
        part.service().put(part.path(), body).succeeded();
        return Optional.of(String.join(", ", before));
    }
}
