package org.entente.broker.openstack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.entente.broker.site.SiteException;
import org.openstack4j.openstack.compute.domain.NovaFlavor;
import org.openstack4j.openstack.compute.domain.NovaKeypair;
import org.openstack4j.openstack.compute.domain.NovaServer;
import org.openstack4j.openstack.image.v2.domain.GlanceImage;
import org.openstack4j.openstack.networking.domain.NeutronFloatingIP;
import org.openstack4j.openstack.networking.domain.NeutronNetwork;
import org.openstack4j.openstack.networking.domain.NeutronSecurityGroup;
import org.openstack4j.openstack.networking.domain.NeutronSecurityGroupRule;
import org.openstack4j.openstack.storage.block.domain.CinderVolume;
import org.openstack4j.openstack.storage.block.domain.CinderVolumeType;

/**
 * What an answer must hold before openstack4j may make a model of it: its models take a list that is missing for an empty
 * one, and a thing without an id for a thing.
 *
 * @param list the member that holds the list; absent for an answer with one thing
 * @param identity the JSON pointer to what a thing is known by
 */
record ModelShape(Optional<String> list, String identity) {
    private static final Map<Class<?>, ModelShape> KNOWN = Map.ofEntries(
            Map.entry(NovaServer.class, one("/server/id")),
            Map.entry(NovaServer.Servers.class, list("servers", "/id")),
            Map.entry(NovaFlavor.Flavors.class, list("flavors", "/id")),
            Map.entry(NovaKeypair.class, one("/keypair/name")),
            Map.entry(NovaKeypair.Keypairs.class, list("keypairs", "/keypair/name")),
            Map.entry(NeutronNetwork.Networks.class, list("networks", "/id")),
            Map.entry(NeutronSecurityGroup.class, one("/security_group/id")),
            Map.entry(NeutronSecurityGroup.SecurityGroups.class, list("security_groups", "/id")),
            Map.entry(NeutronSecurityGroupRule.class, one("/security_group_rule/id")),
            Map.entry(NeutronFloatingIP.class, one("/floatingip/id")),
            Map.entry(NeutronFloatingIP.FloatingIPs.class, list("floatingips", "/id")),
            Map.entry(CinderVolume.class, one("/volume/id")),
            Map.entry(CinderVolume.Volumes.class, list("volumes", "/id")),
            Map.entry(CinderVolumeType.VolumeTypes.class, list("volume_types", "/name")),
            Map.entry(GlanceImage.class, one("/id")),
            Map.entry(GlanceImage.Images.class, list("images", "/id")));

    /** A model that is not listed here cannot be read: what it needs has to be said first. */
    static ModelShape of(Class<?> model) {
        return Optional.ofNullable(KNOWN.get(model))
                .orElseThrow(() -> new IllegalStateException("Nothing is known of the shape of " + model + "."));
    }

    /** An answer without it is {@code BROKEN}. */
    void check(JsonNode content, String site) {
        if (list.isEmpty()) {
            checkIdentity(content, site);
            return;
        }
        JsonNode things = content.path(list.get());
        if (!things.isArray()) {
            throw new SiteException(SiteException.Code.BROKEN, site + " answered no list of " + list.get() + ".");
        }
        things.forEach(thing -> checkIdentity(thing, site));
    }

    private void checkIdentity(JsonNode thing, String site) {
        JsonNode id = thing.at(identity);
        if (!id.isValueNode() || id.isNull() || id.asText().isEmpty()) {
            throw new SiteException(
                    SiteException.Code.BROKEN,
                    site + " answered " + list.orElse("a thing") + " without "
                            + identity.replace('/', ' ').strip() + ".");
        }
    }

    private static ModelShape one(String identity) {
        return new ModelShape(Optional.empty(), identity);
    }

    private static ModelShape list(String member, String identity) {
        return new ModelShape(Optional.of(member), identity);
    }
}
