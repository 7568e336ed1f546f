package org.entente.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.security.TestSecurity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is invited cannot lead us into our own network: without the development setting, nothing inside is called. */
@QuarkusTest
@TestProfile(StrictProfile.class)
@TestSecurity(user = "erik", roles = "engineer")
class InwardPartnersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1",
                "https://localhost",
                "https://2130706433",
                "https://0.0.0.0",
                "https://10.0.0.1",
                "https://172.16.0.1",
                "https://192.168.1.1",
                "https://169.254.169.254",
                "https://100.64.0.1",
                "https://224.0.0.1",
                "https://[::1]",
                "https://[::ffff:10.0.0.1]",
                "https://[fe80::1]",
                "https://[fd00::1]",
                "https://[ff02::1]",
                "https://[64:ff9b::7f00:1]",
                "http://boreal.example",
                "https://boreal@192.0.2.1",
                "file:///etc/passwd"
            })
    void anInwardAddressIsRefusedAndStoresNothing(String address) {
        invite(address);
    }

    @Test
    void anInwardServerIsNotEvenCalled() throws IOException {
        AtomicInteger calls = new AtomicInteger();
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", exchange -> {
            calls.incrementAndGet();
            BorealStub.reply(exchange, "application/json", "{}");
        });
        inside.start();
        try {
            invite("https://127.0.0.1:" + inside.getAddress().getPort());
            invite("http://127.0.0.1:" + inside.getAddress().getPort());
        } finally {
            inside.stop(0);
        }
        assertThat(calls).hasValue(0);
    }

    private static void invite(String address) {
        given().contentType("application/json")
                .body("{\"url\":\"" + address + "\"}")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/v1/partners")
                .then()
                .statusCode(422)
                .body("code", equalTo("PARTNER_ADDRESS_REFUSED"));
        given().get("/api/v1/partners").then().statusCode(200).body("$", hasSize(0));
    }
}
