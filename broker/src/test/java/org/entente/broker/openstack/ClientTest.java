package org.entente.broker.openstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteException;
import org.entente.broker.site.SiteException.Code;
import org.entente.broker.technology.CannedSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.core.transport.internal.HttpExecutor;
import org.openstack4j.model.compute.Server;
import org.openstack4j.openstack.internal.OSClientSession;

/** openstack4j goes nowhere but through our own transport, and its readiness to read nothing as an answer is kept from us. */
final class ClientTest {
    private static final String SERVERS = "GET /v2.org/compute/servers/detail";
    private static final String NETWORKS = "GET /v2.org/network/v2.0/networks";

    private final CannedSite canned = new CannedSite();
    private final OpenStackSession session =
            new OpenStackSession(new Endpoint(canned.address().resolve("/v3"), "me@here", "secret", ""));

    @BeforeEach
    void logsIn() {
        canned.answers(
                "POST /v3/auth/tokens",
                201,
                "{\"token\": {\"catalog\": [" + service("compute") + "," + service("network") + "]}}");
    }

    @AfterEach
    void close() {
        canned.close();
    }

    @Test
    void openstack4jFindsNoOtherConnectorThanOurs() {
        assertThat(HttpExecutor.create().getExecutorName()).isEqualTo("Entente");
    }

    @Test
    void callOutsideOfASessionGoesNowhere() {
        canned.answers(SERVERS, 200, "{\"servers\": []}");
        OSClientV3 kept = compute().call(client -> client);

        assertThatIllegalStateException()
                .isThrownBy(() -> kept.compute().servers().list())
                .withMessageContaining("outside of a site's session");
        assertThat(canned.count(SERVERS)).isZero();
    }

    @Test
    void openstack4jNeverSeesAToken() {
        canned.answers(SERVERS, 200, "{\"servers\": []}");

        compute().call(client -> {
            assertThat(OSClientSession.getCurrent().getTokenId()).isNull();
            return client.compute().servers().list();
        });

        assertThat(canned.count(SERVERS)).isEqualTo(1);
        assertThat(OSClientSession.getCurrent().getTokenId()).isNull();
        assertThat(OSClientSession.getCurrent().getConfig().getEndpointURLResolver())
                .isNotInstanceOf(SiteCalls.class);
    }

    @Test
    void addressThatLooksLikeAVersionIsLeftAsItIs() {
        canned.answers(NETWORKS, 200, "{\"networks\": [{\"id\": \"n\", \"name\": \"lab\"}]}");

        assertThat(session.service(ServiceType.NETWORK)
                        .client()
                        .call(client -> client.networking().network().list())
                        .getFirst()
                        .getName())
                .isEqualTo("lab");
    }

    @Test
    void listThatIsMissingIsNotEmpty() {
        for (String answer : List.of("{}", "{\"servers\": null}", "{\"servers\": {}}")) {
            canned.answers(SERVERS, 200, answer);

            assertBroken("no list of servers");
        }
    }

    @Test
    void thingWithoutAnIdIsNoThing() {
        for (String server : List.of("{\"name\": \"a\"}", "{\"id\": null}", "{\"id\": \"\"}", "[]", "null")) {
            canned.answers(SERVERS, 200, "{\"servers\": [" + server + "]}");

            assertBroken("servers without id");
        }
    }

    @Test
    void memberOfAnotherKindThanPromisedIsBroken() {
        canned.answers(SERVERS, 200, "{\"servers\": [{\"id\": \"a\", \"metadata\": [1]}]}");

        assertBroken("not its API's JSON");
    }

    @Test
    void refusalIsToldInTheSitesWords() {
        canned.answers(SERVERS, 403, "{\"forbidden\": {\"message\": \"Policy does not allow it\"}}");

        assertThatExceptionOfType(SiteException.class)
                .isThrownBy(() ->
                        compute().call(client -> client.compute().servers().list()))
                .withMessageContaining("Policy does not allow it")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(Code.UNAUTHORIZED));
    }

    @Test
    void onlyWhatMayBeMissingIsFoundMissing() {
        canned.answersInHtml(SERVERS, 404);
        assertThat(compute().find(client -> client.compute().servers().list())).isEmpty();

        canned.answersInHtml(SERVERS, 500);
        assertThatExceptionOfType(SiteException.class)
                .isThrownBy(() ->
                        compute().find(client -> client.compute().servers().list()));
    }

    @Test
    void listWithoutAnEndIsBroken() {
        String full = "{\"servers\": [" + String.join(",", Collections.nCopies(1000, "{\"id\": \"a\"}")) + "]}";
        canned.answers(SERVERS, 200, full);

        assertThatExceptionOfType(SiteException.class)
                .isThrownBy(() -> compute()
                        .<Server>pages(
                                (client, page) -> client.compute().servers().list(page), Server::getId))
                .withMessageContaining("without an end");
        assertThat(canned.count(SERVERS)).isEqualTo(50);
    }

    private void assertBroken(String words) {
        assertThatExceptionOfType(SiteException.class)
                .isThrownBy(() ->
                        compute().call(client -> client.compute().servers().list()))
                .withMessageContaining(words)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(Code.BROKEN));
    }

    private Client compute() {
        return new Client(session, ServiceType.COMPUTE, Map.of());
    }

    private String service(String type) {
        return """
            {"type": "%s", "endpoints": [{"interface": "public", "region": "R", "url": "%s/v2.org/%s"}]}\
            """.formatted(type, canned.address(), type);
    }
}
