package org.entente.launcher.part;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpReadinessTest {
    @ParameterizedTest
    @CsvSource({"200, true, true", "404, false, true", "503, false, false"})
    void aHealthAddressMustBeWellAndAnyOtherMustAnswer(int status, boolean healthy, boolean answering)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/health");

            assertThat(HttpReadiness.healthy(url).now()).isEqualTo(healthy);
            assertThat(HttpReadiness.answering(url).now()).isEqualTo(answering);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whereNobodyListensNothingIsReady() {
        assertThat(HttpReadiness.answering(URI.create("http://127.0.0.1:1")).now())
                .isFalse();
    }
}
