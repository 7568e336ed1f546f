package org.entente.broker.quote;

import static io.restassured.RestAssured.given;
import static org.entente.broker.Federation.LYON;
import static org.entente.broker.Federation.OSLO;
import static org.entente.broker.Federation.PARIS;
import static org.entente.broker.Peers.BOREAL;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.entente.agreements.document.Offer;
import org.entente.agreements.document.Offer.OfferedFlavour;
import org.entente.agreements.document.Offer.OfferedSite;
import org.entente.agreements.language.AgreementId;
import org.entente.agreements.language.Technology;
import org.entente.broker.Federation;
import org.entente.broker.MovableClock;
import org.entente.broker.Post;
import org.entente.broker.PostgresResource;
import org.entente.broker.offer.CatalogueIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Quotes and trials for named sites and for sites that a policy chooses, over our own sites and Boreal's offer. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestSecurity(user = "ada", roles = "devops")
@OidcSecurity(claims = @Claim(key = "tenant", value = "acme"))
class QuoteResourceTest {
    private static final String ANYWHERE = """
            {"name": "web", "virtualMachine": {"image": "cirros", "flavour": "m1.small"}}""";

    @Inject
    Federation federation;

    @Inject
    CatalogueIndex index;

    @Inject
    Post post;

    @Inject
    MovableClock clock;

    @BeforeEach
    void begin() {
        federation.begin();
        federation.connect(PARIS);
        post.handIn(
                BOREAL,
                new Offer(
                        new AgreementId("alba-at-boreal"),
                        1,
                        clock.instant().plus(Duration.ofHours(1)),
                        List.of(new OfferedSite(
                                OSLO,
                                "Oslo",
                                "NO",
                                Technology.OPENSTACK,
                                "2.93",
                                List.of(new OfferedFlavour("m1.small", BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN)),
                                List.of("cirros"),
                                clock.instant()))));
        index.refreshed();
    }

    @Test
    void theShortFormAtANamedSiteIsQuotedAsBefore() {
        quote("""
                {"workloads": [{"name": "web", "operator": "alba", "site": "alba-paris",
                    "virtualMachine": {"image": "cirros", "flavour": "m1.small"}}]}""")
                .statusCode(201)
                .body("quote", notNullValue())
                .body("perHour", equalTo("0.02"))
                .body("lines[0].site", equalTo("alba-paris"))
                .body("$", not(hasKey("placement")));
    }

    @Test
    void aPolicyChoosesTheSiteAndSaysWhyNotTheOthers() {
        quote("{\"workloads\": [" + ANYWHERE + "], \"policy\": {\"countries\": [\"NO\"]}}")
                .statusCode(201)
                .body("lines.site", equalTo(List.of("boreal-oslo")))
                .body("placement.complete", equalTo(true))
                .body("placement.optimal", equalTo(true))
                .body("placement.workloads[0].ruledOut.COUNTRY_NOT_WANTED", equalTo(1))
                .body("placement.workloads[0].verdicts.site", equalTo(List.of("alba-paris", "boreal-oslo")))
                .body("placement.workloads[0].verdicts[0].reasons", equalTo(List.of("COUNTRY_NOT_WANTED")))
                .body("placement.workloads[0].verdicts[0].sentence", equalTo("stands in FR; wanted is NO"))
                .body("placement.workloads[0].verdicts[1].outcome", equalTo("CHOSEN"))
                .body("placement.workloads[0].verdicts[1].notTold", hasItem("how much is free"));
    }

    @Test
    void namedAndChosenSitesGoIntoOneQuoteWhichCanBeOrdered() {
        String quote = quote("""
                {"workloads": [
                    {"name": "database", "operator": "boreal", "site": "boreal-oslo",
                        "virtualMachine": {"image": "cirros", "flavour": "m1.small", "sshKey": "ssh-ed25519 AAAA ada",
                            "volumes": [{"name": "data", "sizeGib": "20"}],
                            "ports": [{"number": 5432}]}},
                    {"name": "web", "count": 2,
                        "virtualMachine": {"image": "cirros", "needs": {"vcpu": "1", "memoryGib": "1"}}}],
                 "policy": {"spread": [{"over": "SITE", "most": 1}]}}""")
                .statusCode(201)
                .body("lines.name", containsInAnyOrder("database", "web-1", "web-2"))
                .body("lines.site", containsInAnyOrder("boreal-oslo", "boreal-oslo", "alba-paris"))
                .extract()
                .path("quote");

        given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"name\": \"shop\", \"quote\": \"" + quote + "\"}")
                .post("/api/v1/orders")
                .then()
                .statusCode(202);
    }

    @Test
    void aTrialStoresNothingAndAnswersAlsoWhereNothingFits() {
        given().contentType("application/json")
                .body("{\"workloads\": [" + ANYWHERE + "], \"policy\": {\"ceiling\": {\"instancePerMonth\": \"1\"}},"
                        + " \"explain\": {\"from\": 1, \"limit\": 1}}")
                .post("/api/v1/placements")
                .then()
                .statusCode(200)
                .body("complete", equalTo(false))
                .body("leftOut.web", equalTo(1))
                .body("workloads[0].ruledOut.TOO_EXPENSIVE", equalTo(2))
                .body("workloads[0].verdicts.site", equalTo(List.of("boreal-oslo")))
                .body("workloads[0].verdicts[0].sentence", equalTo("costs 14.6 EUR a month; the ceiling is 1 EUR"));
    }

    @Test
    void noQuoteIsGivenWhereNothingFits() {
        quote("{\"workloads\": [" + ANYWHERE + "], \"policy\": {\"countries\": [\"SE\"]}}")
                .statusCode(422)
                .body("code", equalTo("NO_PLACEMENT"))
                .body("detail", equalTo("web fits none of 2 sites, because of COUNTRY_NOT_WANTED at 2"));
        quote("""
                {"workloads": [{"name": "web", "operator": "alba", "site": "alba-paris",
                    "virtualMachine": {"image": "windows", "flavour": "m1.small"}}]}""")
                .statusCode(422)
                .body("code", equalTo("WORKLOAD_DOES_NOT_FIT"))
                .body("detail", containsString("IMAGE_NOT_OFFERED"))
                .body("detail", containsString("With image cirros instead of windows it fits"));
        quote("""
                {"workloads": [{"name": "web", "operator": "alba", "site": "alba-lyon",
                    "virtualMachine": {"image": "cirros", "flavour": "m1.small"}}]}""").statusCode(422).body("code", equalTo("SITE_NOT_AVAILABLE"));
    }

    @Test
    void theIndexFollowsSitesAndOffers() {
        federation.connect(LYON);
        index.refreshed();
        quote("{\"workloads\": [" + ANYWHERE + "]}").statusCode(201).body("placement.workloads[0].sites", equalTo(3));

        clock.forward(Duration.ofHours(1));
        index.refreshed();
        quote("{\"workloads\": [" + ANYWHERE + "]}")
                .statusCode(201)
                .body("placement.workloads[0].verdicts.site", equalTo(List.of("alba-lyon", "alba-paris")));
    }

    @Test
    void anOfferThatHasJustExpiredIsNotChosenThoughTheIndexStillHasIt() {
        clock.forward(Duration.ofHours(1));

        quote("{\"workloads\": [" + ANYWHERE + "], \"policy\": {\"countries\": [\"NO\"]}}")
                .statusCode(422)
                .body("code", equalTo("NO_PLACEMENT"));
    }

    @Test
    void whatIsOutOfBoundsIsToldInPlainSentences() {
        refused("{\"workloads\": []}", "workloads must not be empty");
        refused(
                "{\"workloads\": [{\"name\": \"No\", \"virtualMachine\": {\"image\": \"a\", \"flavour\": \"b\"}}]}",
                "small letters");
        refused(
                "{\"workloads\": [" + ANYWHERE.replace("\"name\"", "\"count\": 101, \"name\"") + "]}",
                "must be from 1 to 100");
        refused("{\"workloads\": [" + ANYWHERE + "," + ANYWHERE + "]}", "Two instances would be called web");
        refused(machine("\"ports\": [{\"number\": 70000}]"), "must be from 1 to 65535");
        refused(machine("\"volumes\": [{\"name\": \"a\", \"sizeGib\": \"0\"}]"), "must be from 0.001 to 65536");
        refused(machine("\"sshKey\": \"rm -rf /\""), "must be one public key in OpenSSH's format");
        refused("{\"workloads\": [" + ANYWHERE + "], \"policy\": {\"weights\": {\"nearest\": 1}}}", "to which point");
        unclear("{\"workloads\": [{\"name\": \"web\"}]}", "either a virtualMachine or a containerGroup");
        unclear(
                "{\"workloads\": [{\"name\": \"web\", \"virtualMachine\": {\"image\": \"a\"}}]}",
                "needs a flavour by its name, or else needs");
        unclear(
                "{\"workloads\": [" + ANYWHERE.replace("\"name\"", "\"operator\": \"alba\", \"name\"") + "]}",
                "both operator and site");
    }

    private static String machine(String more) {
        return "{\"workloads\": [{\"name\": \"web\", \"virtualMachine\": {\"image\": \"cirros\", \"flavour\": \"m1.small\", "
                + more + "}}]}";
    }

    private static void refused(String request, String sentence) {
        quote(request)
                .statusCode(400)
                .body("code", equalTo("REQUEST_INVALID"))
                .body("detail", containsString(sentence));
    }

    private static void unclear(String request, String sentence) {
        quote(request)
                .statusCode(422)
                .body("code", equalTo("WORKLOAD_UNCLEAR"))
                .body("detail", containsString(sentence));
    }

    private static ValidatableResponse quote(String request) {
        return given().contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(request)
                .post("/api/v1/quotes")
                .then();
    }
}
