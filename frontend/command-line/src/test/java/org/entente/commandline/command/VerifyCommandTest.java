package org.entente.commandline.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.entente.agreements.keys.KeyHistory;
import org.entente.agreements.keys.KeyHistoryJson;
import org.entente.agreements.keys.PublishedKey;
import org.entente.agreements.language.OperatorId;
import org.entente.commandline.http.Wire;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {
    private static final String RECEIPT =
            "{\"audience\":\"alba\",\"body\":{\"acceptedAt\":\"2026-11-24T12:00:00Z\",\"order\":\"order-1\"},"
                    + "\"buildsOn\":[],\"id\":\"6f1c2c80-6f5e-4c8b-9d4e-0a6b1f3d2e10\",\"issuedAt\":\"2026-11-24T12:00:00.123Z\","
                    + "\"issuer\":\"boreal\",\"type\":\"receipt\"}";

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path receipt = Path.of("");
    private Path keys = Path.of("");

    @BeforeEach
    void aReceiptAndItsSignersKeys() throws GeneralSecurityException, JoseException, IOException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        PublishedKey published = PublishedKey.of(pair.getPublic(), Instant.parse("2026-01-01T00:00:00Z"));
        JsonWebSignature jws = new JsonWebSignature();
        String payload =
                Base64.getUrlEncoder().withoutPadding().encodeToString(RECEIPT.getBytes(StandardCharsets.UTF_8));
        jws.setEncodedPayload(payload);
        jws.setAlgorithmHeaderValue("EdDSA");
        jws.setKeyIdHeaderValue(published.id());
        jws.setKey(pair.getPrivate());
        String[] parts = jws.getCompactSerialization().split("\\.", -1);
        receipt = Files.writeString(
                folder.resolve("receipt.json"),
                "{\"payload\":\"%s\",\"signatures\":[{\"protected\":\"%s\",\"signature\":\"%s\"}]}"
                        .formatted(payload, parts[0], parts[2]));
        keys = Files.writeString(
                folder.resolve("keys.json"),
                KeyHistoryJson.write(new KeyHistory(new OperatorId("boreal"), List.of(published))));
        Files.writeString(folder.resolve("notes.json"), "{\"note\": \"not a document\"}");
    }

    @Test
    void aFolderThatHoldsEndsWithZero() {
        assertThat(run(folder.toString())).isZero();

        assertThat(out.toString())
                .contains("receipt of boreal for alba", "signed by boreal", "Key of boreal: ", "everything holds.");
    }

    @Test
    void oneChangedCharacterEndsWithOneAndSaysWhere() throws IOException {
        String text = Files.readString(receipt);
        int from = text.indexOf("\"signature\":\"") + "\"signature\":\"".length();
        char other = text.charAt(from) == 'A' ? 'B' : 'A';
        Files.writeString(receipt, text.substring(0, from) + other + text.substring(from + 1));

        assertThat(run(receipt.toString(), keys.toString())).isEqualTo(1);

        assertThat(out.toString()).contains("BROKEN  SIGNATURE_WRONG: ", "(bytes " + from + " to " + (from + 86) + ")");
        assertThat(err.toString().strip()).isEqualTo("Broken: 1 of the checks.");
    }

    @Test
    void scriptsGetEveryFinding() throws JsonProcessingException {
        assertThat(run("--json", folder.toString())).isZero();

        JsonNode report = Wire.JSON.readTree(out.toString());
        assertThat(report.path("holds").asBoolean()).isTrue();
        assertThat(report.path("documents").asInt()).isEqualTo(1);
        assertThat(report.path("findings"))
                .hasSize(2)
                .allSatisfy(finding -> assertThat(finding.path("kind").asText()).isEqualTo("proved"));
    }

    @Test
    void filesWithoutKeysOrDocumentsAreOneSentence() {
        assertThat(run(receipt.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("There is no key history among the files")
                .hasLineCount(1);
        err.getBuffer().setLength(0);

        assertThat(run(keys.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no signed document in").hasLineCount(1);
        err.getBuffer().setLength(0);

        assertThat(run(folder.resolve("nothing.json").toString())).isEqualTo(1);
        assertThat(err.toString()).contains("There is no file").hasLineCount(1);
    }

    @Test
    void whatIsNotTextIsOneSentence() throws IOException {
        Files.write(folder.resolve("binary.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(run(folder.resolve("binary.json").toString(), keys.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("is not UTF-8 text").hasLineCount(1);
    }

    private int run(String... arguments) {
        return new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
