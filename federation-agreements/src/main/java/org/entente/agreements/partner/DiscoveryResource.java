package org.entente.agreements.partner;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.agreements.document.DocumentSchemas;
import org.entente.agreements.keys.KeyHistoryJson;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.signing.OwnKeys;

/** What this operator publishes of itself, for anyone. */
@Path("/.well-known/entente")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class DiscoveryResource {
    private final OperatorConfig self;
    private final OwnKeys keys;
    private final String realm;

    DiscoveryResource(
            OperatorConfig self, OwnKeys keys, @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        this.self = self;
        this.keys = keys;
        this.realm = realm;
    }

    @GET
    public Discovery discovery() {
        return new Discovery(
                self.id(),
                self.name(),
                self.country(),
                List.of(Discovery.VERSION),
                URI.create(self.url() + "/peering/v1"),
                URI.create(realm + "/protocol/openid-connect/token"),
                URI.create(realm),
                keys.published().stream().map(PublishedKey::dated).toList());
    }

    /** All keys this operator ever signed with, and when each counted: what anyone needs to verify its documents. */
    @GET
    @Path("/keys.json")
    public String keys() {
        return KeyHistoryJson.write(keys.history());
    }

    /** The JSON Schema of one type of document, such as {@code usage-report}. */
    @GET
    @Path("/schemas/{type}.json")
    @Produces("application/schema+json")
    public String schema(@PathParam("type") String type) {
        return DocumentSchemas.of(type)
                .orElseThrow(() -> new NotFoundException("There is no document type called " + type));
    }

    /** The public keys as a JWK set (RFC 7517 section 5): a partner's Keycloak checks our client assertions with it. */
    @GET
    @Path("/jwks.json")
    public String jwks() {
        return keys.published().stream().map(PublishedKey::json).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
