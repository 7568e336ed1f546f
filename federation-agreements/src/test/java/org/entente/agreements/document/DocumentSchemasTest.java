package org.entente.agreements.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentSchemasTest {
    private static final JsonMapper JSON = new JsonMapper();

    /** To take a change over, run this test with {@code -Dentente.schemas=write} and look at the difference. */
    @ParameterizedTest
    @EnumSource(DocumentType.class)
    void theSchemaIsWhatTheTypesSay(DocumentType type) throws IOException {
        String made = SchemaOfTypes.of(type).toPrettyString() + "\n";
        if ("write".equals(System.getProperty("entente.schemas"))) {
            Path file =
                    Path.of("src/main/resources/org/entente/agreements/document/schemas", type.wireName() + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        } else {
            assertThat(DocumentSchemas.of(type)).isEqualTo(made);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleIsValid(DocumentBody body) throws IOException {
        assertThat(schema(body).validate(json(body))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noSampleIsValidWithAMemberTooFewOrTooMany(DocumentBody body) throws IOException {
        ObjectNode whole = json(body);
        List<String> names = new ArrayList<>();
        whole.fieldNames().forEachRemaining(names::add);

        assertThat(names)
                .allSatisfy(name -> assertThat(
                                schema(body).validate(whole.deepCopy().without(name)))
                        .as("without " + name)
                        .isNotEmpty());
        assertThat(schema(body).validate(whole.deepCopy().put("more", 1))).isNotEmpty();
        ((ObjectNode) whole.path("body")).put("more", 1);
        assertThat(schema(body).validate(whole)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noTypesSchemaTakesAnothersDocument(DocumentBody body) throws IOException {
        JsonNode document = json(body);
        assertThat(Samples.bodies())
                .filteredOn(other -> other.getClass() != body.getClass())
                .allSatisfy(
                        other -> assertThat(schema(other).validate(document)).isNotEmpty());
    }

    static Stream<DocumentBody> samples() {
        return Samples.bodies().stream();
    }

    private static ObjectNode json(DocumentBody body) throws IOException {
        return (ObjectNode) JSON.readTree(DocumentCodec.write(Samples.document(body)));
    }

    private static JsonSchema schema(DocumentBody body) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(DocumentSchemas.of(DocumentType.of(body)));
    }
}
