package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.entente.broker.site.SiteAdministration;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.openstack4j.model.image.v2.Image;

/** Nova's flavours, key pairs and quota, the quotas of Neutron and Cinder, and names of Glance's images. */
final class OpenStackAdministration implements SiteAdministration {
    /** Glance takes changes in this form alone, whose paths are those of RFC 6902. */
    private static final String IMAGE_PATCH = "application/openstack-images-v2.1-json-patch";

    private final OpenStackSession session;
    private final Glance glance;

    OpenStackAdministration(OpenStackSession session) {
        this.session = session;
        this.glance = new Glance(session);
    }

    @Override
    public Ensured ensureFlavour(WantedFlavour wanted) {
        Optional<JsonNode> there = flavour(wanted.name());
        if (there.isPresent()) {
            return compared(wanted, there.get());
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("flavor")
                .put("name", wanted.name())
                .put("vcpus", wanted.vcpu())
                .put("ram", wanted.memoryMib())
                .put("disk", wanted.diskGib())
                .put("os-flavor-access:is_public", true);
        Answer answer = compute().post("/flavors", body);
        if (answer.isConflict()) {
            // Somebody made it in between, or it is one that our account may not see.
            return flavour(wanted.name())
                    .map(one -> compared(wanted, one))
                    .orElseGet(() -> new Ensured.Differs(
                            "The site has a flavour " + wanted.name() + " that our account may not see."));
        }
        answer.succeeded();
        return new Ensured.Made();
    }

    @Override
    public Ensured ensureKey(WantedKey wanted) {
        Answer there = keyNamed(wanted.name());
        if (there.isMissing()) {
            ObjectNode body = JsonNodeFactory.instance.objectNode();
            body.putObject("keypair").put("name", wanted.name()).put("public_key", wanted.publicKey());
            Answer answer = compute().post("/os-keypairs", body);
            if (!answer.isConflict()) {
                answer.succeeded();
                return new Ensured.Made();
            }
            there = keyNamed(wanted.name());
        }
        String known = there.json().at("/keypair/public_key").asText();
        return bare(known).equals(bare(wanted.publicKey()))
                ? new Ensured.Unchanged()
                : new Ensured.Differs("The site has another key under the name " + wanted.name() + ".");
    }

    @Override
    public Ensured ensureQuota(WantedQuota wanted) {
        return new QuotaSets(session).ensure(wanted);
    }

    @Override
    public Ensured ensureImageName(String name, String sha256) {
        Optional<Image> named = glance.named(name);
        if (named.isPresent()) {
            return glance.sha256Of(named.get()).filter(sha256::equals).isPresent()
                    ? new Ensured.Unchanged()
                    : new Ensured.Differs(
                            "The site has an image " + name + " that is not known to have the same bytes.");
        }
        Image image = glance.withSha256(sha256)
                .orElseThrow(() ->
                        new SiteException(Code.NOT_OFFERED, "The site has no image with the checksum " + sha256 + "."));
        if (image.getAdditionalPropertyValue(Glance.SHA256_PROPERTY) == null) {
            return new Ensured.Differs(
                    "The site has these bytes as the image " + image.getName() + ", which is not ours to name.");
        }
        ObjectNode change = JsonNodeFactory.instance
                .objectNode()
                .put("op", "replace")
                .put("path", "/name")
                .put("value", name);
        glance.images()
                .patch(
                        "/v2/images/" + Service.encoded(image.getId()),
                        IMAGE_PATCH,
                        JsonNodeFactory.instance.arrayNode().add(change))
                .succeeded();
        return new Ensured.Made();
    }

    private Ensured compared(WantedFlavour wanted, JsonNode there) {
        List<Integer> sizes = List.of(
                there.path("vcpus").asInt(),
                there.path("ram").asInt(),
                there.path("disk").asInt());
        return sizes.equals(List.of(wanted.vcpu(), wanted.memoryMib(), wanted.diskGib()))
                ? new Ensured.Unchanged()
                : new Ensured.Differs("The site's flavour " + wanted.name() + " has " + sizes.get(0) + " vCPU, "
                        + sizes.get(1) + " MiB of memory and " + sizes.get(2) + " GiB of disk.");
    }

    /** Also one that is closed, as far as our account may see it. */
    private Optional<JsonNode> flavour(String name) {
        return compute().pages("/flavors/detail?is_public=None", "flavors").stream()
                .filter(flavour -> name.equals(flavour.path("name").asText()))
                .findFirst();
    }

    private Answer keyNamed(String name) {
        return compute().ask("/os-keypairs/" + Service.encoded(name));
    }

    /** Type and key without the comment. */
    private static List<String> bare(String publicKey) {
        return List.of(publicKey.strip().split("\\s+", 3)).stream().limit(2).toList();
    }

    private Service compute() {
        return session.service(ServiceType.COMPUTE).at(Feature.SERVERS);
    }
}
