package org.entente.agreements.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.entente.agreements.document.PartnerNotice;
import org.entente.agreements.document.SignedDocument;
import org.entente.agreements.keys.DocumentSigner;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.entente.agreements.partner.OutwardAddresses;
import org.entente.agreements.partner.Partner;
import org.entente.agreements.partner.PartnerState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What came of one try to deliver a document: which answers are final, and what is said of those that are not. */
class PeeringClientTest {
    private static final OperatorId BOREAL = new OperatorId("boreal");

    private final PeeringClient client = new PeeringClient(
            new PartnerTokens(partner -> new NoSigner(), new ObjectMapper(), new OutwardAddresses(true)),
            new ObjectMapper(),
            Duration.ofSeconds(15),
            new OutwardAddresses(true));

    private final HttpServer server = unstarted();
    private final AtomicInteger documents = new AtomicInteger();
    private int status = 200;
    private String body = "";

    private static final class NoSigner implements DocumentSigner {
        @Override
        public OperatorId operator() {
            return new OperatorId("alba");
        }

        @Override
        public PublishedKey publishedKey() {
            throw new IllegalStateException("Nobody asks for it here");
        }

        @Override
        public SignedDocument.Signature sign(String payload) {
            return new SignedDocument.Signature("e30", "c2lnbmVk");
        }
    }

    @BeforeEach
    void open() {
        answers("/token", () -> 200, () -> "{\"access_token\":\"good\",\"expires_in\":60}");
        answers("/documents", () -> status, () -> {
            documents.incrementAndGet();
            return body;
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void anAnswerIsHandedOnAsItCame() {
        body = "signed";

        assertThat(deliver()).isEqualTo(new Delivery.Answered("signed"));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 413, 415, 422})
    void aFaultOfTheDocumentIsFinal(int fault) {
        status = fault;
        body = "{\"code\":\"DOCUMENT_TOO_OLD\",\"detail\":\"It was issued long ago\"}";

        assertThat(deliver()).isEqualTo(new Delivery.Rejected("DOCUMENT_TOO_OLD", "It was issued long ago"));
    }

    @Test
    void aDocumentThatIsTooLongForTheirServerIsFinalWithoutAWord() {
        status = 413;

        assertThat(deliver()).isEqualTo(new Delivery.Rejected("REJECTED", "boreal answered with status 413"));
    }

    @Test
    void aClockThatIsAheadIsWaitedFor() {
        status = 422;
        body = "{\"code\":\"DOCUMENT_FROM_THE_FUTURE\",\"detail\":\"It is noon here\"}";

        assertThat(deliver())
                .isEqualTo(new Delivery.Failed(
                        "boreal answered with status 422: DOCUMENT_FROM_THE_FUTURE: It is noon here"));
    }

    @Test
    void aKeyThatTheirEngineerHasYetToConfirmIsWaitedFor() {
        status = 422;
        body = "{\"code\":\"SIGNATURE_KEY_UNKNOWN\",\"detail\":\"Nobody knows this key\"}";

        assertThat(deliver())
                .isEqualTo(new Delivery.Failed(
                        "boreal answered with status 422: SIGNATURE_KEY_UNKNOWN: Nobody knows this key"));
    }

    @Test
    void aPartnerInsideOurNetworkIsNotCalled() {
        body = "signed";
        PeeringClient strict = new PeeringClient(
                new PartnerTokens(partner -> new NoSigner(), new ObjectMapper(), new OutwardAddresses(true)),
                new ObjectMapper(),
                Duration.ofSeconds(15),
                new OutwardAddresses(false));

        assertThat(deliver(strict))
                .isInstanceOfSatisfying(
                        Delivery.Failed.class,
                        failed -> assertThat(failed.reason()).startsWith("boreal is not called: "));
        assertThat(documents).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 429, 500, 502, 503})
    void whatMayPassIsTriedAgain(int trouble) {
        status = trouble;

        assertThat(deliver()).isEqualTo(new Delivery.Failed("boreal answered with status " + trouble));
    }

    @Test
    void whatAProxySaysIsNotThePartnersWord() {
        status = 400;
        body = "<html>Bad request</html>";

        assertThat(deliver()).isEqualTo(new Delivery.Failed("boreal answered with status 400"));
    }

    @Test
    void aPartnerThatIsDownIsToldInPlainWords() {
        server.stop(0);

        assertThat(deliver()).isEqualTo(new Delivery.Failed("boreal cannot be reached: nothing answers there"));
    }

    private Delivery deliver() {
        return deliver(client);
    }

    private Delivery deliver(PeeringClient by) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return by.deliver(
                new Partner(
                        BOREAL,
                        "Boreal",
                        "NO",
                        url,
                        url,
                        url.resolve("/token"),
                        url,
                        PartnerState.ACTIVE,
                        Optional.empty(),
                        PartnerNotice.Standing.ACTIVE,
                        Optional.empty(),
                        Instant.EPOCH,
                        Optional.empty(),
                        new KeyHistory(BOREAL, List.of())),
                "document");
    }

    private interface Said<T> {
        T now();
    }

    private void answers(String path, Said<Integer> statusNow, Said<String> bodyNow) {
        server.createContext(path, exchange -> {
            byte[] bytes = bodyNow.now().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(statusNow.now(), bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    private static HttpServer unstarted() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
