package org.entente.agreements.partner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.entente.agreements.language.OperatorId;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** Partners' clients in the realm of this operator, through Keycloak's admin API. */
@ApplicationScoped
class KeycloakPartnerClients implements PartnerClients {
    private static final String PREFIX = "partner-";
    private static final String AUDIENCE = "entente";

    private final Keycloak keycloak;
    private final String realm;

    KeycloakPartnerClients(
            Keycloak keycloak,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.realm", defaultValue = "master") String realm) {
        this.keycloak = keycloak;
        this.realm = realm;
    }

    @Override
    public void allow(Partner partner) {
        ClientRepresentation wanted = client(partner);
        Optional<ClientRepresentation> known = find(partner.operator());
        if (known.isPresent()) {
            clients().get(known.get().getId()).update(wanted);
            return;
        }
        try (Response response = clients().create(wanted)) {
            if (response.getStatus() != Response.Status.CREATED.getStatusCode()) {
                throw new WebApplicationException("Keycloak made no client for " + partner.operator(), response);
            }
        }
    }

    @Override
    public void suspend(OperatorId partner) {
        find(partner).ifPresent(known -> {
            known.setEnabled(false);
            clients().get(known.getId()).update(known);
        });
    }

    @Override
    public void remove(OperatorId partner) {
        find(partner).ifPresent(known -> clients().get(known.getId()).remove());
    }

    private Optional<ClientRepresentation> find(OperatorId partner) {
        return clients().findByClientId(PREFIX + partner).stream().findFirst();
    }

    private ClientsResource clients() {
        return keycloak.realm(realm).clients();
    }

    private static ClientRepresentation client(Partner partner) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(PREFIX + partner.operator());
        client.setName("Partner operator " + partner.name());
        client.setEnabled(true);
        client.setPublicClient(false);
        client.setStandardFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(true);
        client.setClientAuthenticatorType("client-jwt");
        client.setAttributes(
                Map.of("use.jwks.url", "true", "jwks.url", partner.url() + "/.well-known/entente/jwks.json"));
        client.setProtocolMappers(List.of(audience()));
        return client;
    }

    private static ProtocolMapperRepresentation audience() {
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName("audience " + AUDIENCE);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper("oidc-audience-mapper");
        mapper.setConfig(
                Map.of("included.custom.audience", AUDIENCE, "access.token.claim", "true", "id.token.claim", "false"));
        return mapper;
    }
}
