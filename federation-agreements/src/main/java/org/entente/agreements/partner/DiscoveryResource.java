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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.agreements.document.DocumentSchemas;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.KeyHistoryJson;

/** What this operator publishes of itself, for anyone. */
@Path("/.well-known/entente")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class DiscoveryResource {
    private final OperatorConfig self;
    private final DocumentSigner signer;
    private final String realm;

    DiscoveryResource(
            OperatorConfig self,
            DocumentSigner signer,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") String realm) {
        this.self = self;
        this.signer = signer;
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
                List.of(signer.publishedKey().json()));
    }

    /** All keys this operator ever signed with, and when each counted: what anyone needs to verify its documents. */
    @GET
    @Path("/keys.json")
    public String keys() {
        return KeyHistoryJson.write(new KeyHistory(signer.operator(), List.of(signer.publishedKey())));
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
        return "{\"keys\":[" + signer.publishedKey().json() + "]}";
    }
}
