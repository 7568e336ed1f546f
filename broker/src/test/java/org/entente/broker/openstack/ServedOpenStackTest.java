package org.entente.broker.openstack;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.entente.agreements.language.InstanceId;
import org.entente.broker.PostgresResource;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.Observation;
import org.entente.broker.technology.CannedSite;
import org.junit.jupiter.api.Test;

/** In the server openstack4j is loaded by another class loader than the broker, and still finds our way out. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class ServedOpenStackTest {
    @Test
    void openstack4jFindsItsWayOut() {
        try (CannedSite canned = new CannedSite()) {
            canned.answers("POST /v3/auth/tokens", 201, """
                {"token": {"catalog": [{"type": "compute", "endpoints": [
                  {"interface": "public", "region": "R", "url": "%s/compute"}]}]}}\
                """.formatted(canned.address()));
            canned.answers(
                    "GET /compute/",
                    200,
                    "{\"version\": {\"id\": \"v2.1\", \"version\": \"2.93\", \"min_version\": \"2.1\"}}");
            canned.answers("GET /compute/servers/detail", 200, "{\"servers\": []}");
            Endpoint endpoint = new Endpoint(canned.address().resolve("/v3"), "me@here", "secret", "");

            assertThat(new OpenStackSite(endpoint).observe(new InstanceId("one")))
                    .isEqualTo(new Observation.Absent());
        }
    }
}
