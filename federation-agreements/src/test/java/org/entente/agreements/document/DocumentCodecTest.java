package org.entente.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.entente.agreements.language.OrderId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentCodecTest {
    static Stream<DocumentBody> bodies() {
        return Samples.bodies().stream();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void everyTypeComesBackAsItWas(DocumentBody body) {
        Document<DocumentBody> document = Samples.document(body);

        assertThat(DocumentCodec.read(DocumentCodec.write(document))).isEqualTo(document);
    }

    @Test
    void thereIsASampleOfEveryType() {
        assertThat(Samples.bodies().stream().map(DocumentType::of).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(DocumentType.values());
    }

    @Test
    void writesMembersInTheOrderOfTheirNamesAndDecimalsAsText() {
        String text = new String(
                DocumentCodec.write(Samples.document(new Receipt(new OrderId("order-1"), Samples.NOW))),
                StandardCharsets.UTF_8);

        assertThat(text)
                .isEqualTo(
                        "{\"audience\":\"alba\",\"body\":{\"acceptedAt\":\"2026-11-24T12:00:00.123Z\",\"order\":\"order-1\"},"
                                + "\"buildsOn\":[\"" + DocumentHash.of("earlier") + "\"],"
                                + "\"id\":\"6f1c2c80-6f5e-4c8b-9d4e-0a6b1f3d2e10\",\"issuedAt\":\"2026-11-24T12:00:00.123Z\","
                                + "\"issuer\":\"boreal\",\"type\":\"receipt\"}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "another order of members  | '{\"audience\":\"alba\",\"body\"' | '{\"body\":{},\"audience\":\"alba\",\"x\"' ",
                "white space               | '\"issuer\":'                     | '\"issuer\": '",
                "a decimal with idle zeros | '\"8.64\"'                        | '\"8.640\"'",
                "a decimal with exponent   | '\"8.64\"'                        | '\"864e-2\"'",
                "a number for a decimal    | '\"8.64\"'                        | '8.64'",
                "an unknown member         | '\"issuer\":'                     | '\"hidden\":1,\"issuer\":'",
                "a member twice            | '\"issuer\":\"boreal\"'           | '\"issuer\":\"boreal\",\"issuer\":\"alba\"'",
                "an unknown type           | '\"type\":\"statement\"'          | '\"type\":\"testament\"'",
                "an identifier that is not | '\"issuer\":\"boreal\"'           | '\"issuer\":\"Boreal!\"'",
                "a wrong currency          | '\"EUR\"'                         | '\"EURO\"'",
                "no currency               | '\"currency\":\"EUR\"'            | '\"currency\":null'",
                "a missing member          | '\"priceLine\":\"vm-vcpu\",'      | ''",
                "a hash of another form    | 'sha256:'                         | 'sha512:'"
            })
    void refuses(String what, String original, String instead) {
        String text = new String(DocumentCodec.write(Samples.document(statement())), StandardCharsets.UTF_8);
        assertThat(text).as(what).contains(original);
        String forged = text.replace(original, instead == null ? "" : instead);

        assertThatThrownBy(() -> DocumentCodec.read(forged.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DocumentException.class);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] payload = DocumentCodec.write(Samples.document(new Refusal("CODE", "sentence")));
        int at = new String(payload, StandardCharsets.ISO_8859_1).indexOf("sentence");
        byte[] broken = Arrays.copyOf(payload, payload.length);
        broken[at] = (byte) 0xff;

        assertThatThrownBy(() -> DocumentCodec.read(broken)).isInstanceOf(DocumentException.class);
    }

    @Test
    void refusesDeepNesting() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        assertThatThrownBy(() -> DocumentCodec.read(deep.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(DocumentException.class);
    }

    @Test
    void refusesMoreBytesThanADocumentMayHave() {
        assertThatThrownBy(() -> DocumentCodec.read(new byte[DocumentCodec.PAYLOAD_BYTES_MAX + 1]))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("at most");
    }

    private static DocumentBody statement() {
        return Samples.bodies().stream()
                .filter(Statement.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
