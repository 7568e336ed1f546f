package org.entente.server;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;

/** One operator in tests. Log-ins are made up by the tests; the real Keycloak is tested with the whole stack. */
public class AlbaProfile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.http.test-port", "0",
                "quarkus.oidc.auth-server-url", "http://127.0.0.1:9/realms/alba",
                "quarkus.oidc.discovery-enabled", "false",
                "quarkus.oidc.jwks-path", "protocol/openid-connect/certs",
                "quarkus.oidc.jwks.resolve-early", "false",
                "entente.operator.id", "alba",
                "entente.operator.name", "Alba Edge",
                "entente.operator.country", "FR",
                "entente.operator.url", "http://127.0.0.1:9",
                "entente.partners.inward-allowed", "true");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(OperatorParts.class));
    }
}
