package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a discovery document may say, and what it may not. */
@QuarkusTest
@TestProfile(AlbaProfile.class)
@TestSecurity(user = "erik", roles = "engineer")
class InvitationTest {
    @Inject
    EntityManager database;

    private BorealStub boreal;

    @BeforeEach
    void start() throws IOException {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("truncate agreements.partner cascade")
                        .executeUpdate());
        boreal = new BorealStub();
    }

    @AfterEach
    void stop() {
        boreal.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/peering",
                "http://127.0.0.2/peering",
                "http://0.0.0.0/peering",
                "http://10.0.0.1/peering",
                "http://172.16.0.1/peering",
                "http://192.168.1.1/peering",
                "http://169.254.169.254/latest/meta-data",
                "http://100.64.0.1/peering",
                "http://224.0.0.1/peering",
                "http://[::1]/peering",
                "http://[::ffff:127.0.0.1]/peering",
                "http://[fe80::1]/peering",
                "http://[fd00::1]/peering",
                "http://[ff02::1]/peering",
                "http://keycloak.internal/peering",
                "http://user@127.0.0.1/peering",
                "file:///etc/passwd",
                "jar:http://127.0.0.1/x"
            })
    void anAddressAtAnotherHostThanTheInvitedOneIsRefusedAndStoresNothing(String address) {
        boreal.publishPeering(address);
        refuses(boreal.url(), "PARTNER_ADDRESS_REFUSED");

        boreal.publishPeering(boreal.url() + "/peering/v1");
        boreal.publishTokenEndpoint(address);
        refuses(boreal.url(), "PARTNER_ADDRESS_REFUSED");
    }

    @Test
    void anotherHostIsTakenIfTheEngineerNamesIt() {
        boreal.publishTokenEndpoint("http://keycloak.boreal.example/token");

        post("{\"url\":\"" + boreal.url() + "\",\"hosts\":[\"keycloak.boreal.example\"]}")
                .statusCode(201)
                .body("operator", equalTo("boreal"));
    }

    @Test
    void aMemberThatNobodyKnowsYetIsPassedOver() {
        invite(boreal.url()).statusCode(201);
    }

    @Test
    void noRedirectIsFollowed() throws IOException {
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", boreal.url() + "/.well-known/entente");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        elsewhere.start();
        try {
            refuses("http://127.0.0.1:" + elsewhere.getAddress().getPort(), "PARTNER_ANSWER_UNREADABLE");
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void anEndlessAnswerIsNotReadToItsEnd() throws IOException {
        answers(text -> text.replace("Boreal Edge", "B".repeat(100_000)));
    }

    @Test
    void whatIsNoDiscoveryDocumentIsRefused() throws IOException {
        answers(text -> "[]");
        answers(text -> "");
        answers(text -> text + "{}");
        answers(text -> text.replace("\"country\":\"NO\"", "\"country\":\"Norway\""));
        answers(text -> text.replace("\"country\":\"NO\"", "\"country\":null"));
        answers(text -> text.replace("\"country\":\"NO\",", ""));
        answers(text -> text.replace("\"country\":\"NO\"", "\"country\":\"NO\",\"country\":\"NO\""));
        answers(text -> text.replace("\"future\":{\"member\":1}", "\"future\":" + "[".repeat(99) + "]".repeat(99)));
        answers(text -> text.replace("\"operator\":\"boreal\"", "\"operator\":\"../boreal\""));
        answers(text -> text.replaceAll("\"keys\":\\[.*\\]}", "\"keys\":[]}"));
        answers(text -> text.replaceAll("\"keys\":\\[.*\\]}", "\"keys\":[\"{}\"]}"));
    }

    /** Another server answers with Boreal's discovery document, changed. */
    private void answers(UnaryOperator<String> change) throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/", exchange -> BorealStub.reply(exchange, "application/json", change.apply(boreal.discovery())));
        other.start();
        try {
            refuses("http://127.0.0.1:" + other.getAddress().getPort(), "PARTNER_ANSWER_UNREADABLE");
        } finally {
            other.stop(0);
        }
    }

    private static void refuses(String url, String code) {
        invite(url).body("code", equalTo(code)).body("detail", containsString(" "));
        given().get("/api/v1/partners").then().statusCode(200).body("$", hasSize(0));
    }

    private static ValidatableResponse invite(String url) {
        return post("{\"url\":\"" + url + "\"}");
    }

    private static ValidatableResponse post(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/api/v1/partners")
                .then();
    }
}
