package org.entente.broker.technology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.entente.agreements.language.Technology;
import org.entente.broker.site.Endpoint;
import org.entente.broker.site.SiteConnections.Recognition;
import org.entente.broker.site.SiteException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands at an address is found by asking it, whatever it answers. */
class VersionDocumentsTest {
    private static final String KEYSTONE = """
            {"version": {"id": "v3.14", "status": "stable", "links": [], "media-types": []}}""";

    private final VersionDocuments documents = new VersionDocuments();
    private final CannedSite site = new CannedSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void keystoneIsKnownByItsVersion() {
        site.answers("GET /identity/v3", 200, KEYSTONE);

        assertRecognised(Technology.OPENSTACK, URI.create(site.address() + "/identity/v3"));
        assertRecognised(Technology.OPENSTACK, URI.create(site.address() + "/identity/v3/"));
    }

    @Test
    void kubernetesIsKnownByItsVersion() {
        site.answers("GET /version", 200, "{\"major\": \"1\", \"minor\": \"33\", \"gitVersion\": \"v1.33.1\"}");

        assertRecognised(Technology.KUBERNETES, site.address());
    }

    @Test
    void kubernetesIsKnownByHowItRefusesStrangers() {
        site.answers("GET /version", 401, "{\"kind\": \"Status\", \"apiVersion\": \"v1\", \"code\": 401}");

        assertRecognised(Technology.KUBERNETES, site.address());
    }

    @Test
    void anythingElseIsNoSite() {
        assertNoSite();
        site.answersInHtml("GET /", 200);
        assertNoSite();
        site.answers("GET /version", 200, "{\"version\": \"17\"}");
        assertNoSite();
        site.answers("GET /version", 200, "[[[[[[");
        assertNoSite();
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        site.answers("GET /version", 200, "{\"major\": \"1\", \"gitVersion\": \"v1\"}");
        String moved = "HTTP/1.1 302 Found\r\nLocation: " + site.address()
                + "/version\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (Raw raw = new Raw(moved, "")) {
            assertThat(documents.recognise(endpoint(raw.address()))).isInstanceOf(Recognition.NoSite.class);
        }
        assertThat(site.count("GET /version")).isZero();
    }

    @Test
    void anEndlessAnswerIsCutShort() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n[";
        try (Raw raw = new Raw(head, "1,".repeat(4096))) {
            assertThat(documents.recognise(endpoint(raw.address()))).isInstanceOf(Recognition.NoSite.class);
        }
    }

    @Test
    void silenceIsAFailureThatMayPass() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }

        assertThatExceptionOfType(SiteException.class)
                .isThrownBy(() -> documents.recognise(endpoint(nobody)))
                .extracting(SiteException::code)
                .isEqualTo(SiteException.Code.UNREACHABLE);
    }

    private void assertRecognised(Technology technology, URI address) {
        assertThat(documents.recognise(endpoint(address))).isEqualTo(new Recognition.Recognised(technology));
    }

    private void assertNoSite() {
        assertThat(documents.recognise(endpoint(site.address()))).isInstanceOf(Recognition.NoSite.class);
    }

    private static Endpoint endpoint(URI address) {
        return new Endpoint(address, "alba", "secret", "");
    }

    /** Answers every connection with a head and then, as long as the other side listens, with the same again and again. */
    private static final class Raw implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

        Raw(String head, String endlessly) throws IOException {
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    answer(head, endlessly);
                }
            });
        }

        private void answer(String head, String endlessly) {
            try (Socket caller = socket.accept();
                    OutputStream out = caller.getOutputStream()) {
                caller.getInputStream().read(new byte[4096]);
                out.write(head.getBytes(StandardCharsets.US_ASCII));
                while (!endlessly.isEmpty()) {
                    out.write(endlessly.getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException over) {
                // The other side hung up, or the test is over.
            }
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
