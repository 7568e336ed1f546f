package org.entente.agreements.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The JSON Schema (draft 2020-12) of each type of document: the payload that is signed. They are made from the types by
 * this module's tests and kept as resources, so that they need nothing at run time and every change of them is seen.
 */
public final class DocumentSchemas {
    private DocumentSchemas() {}

    /** The schema of the type with this name on the wire, or nothing if there is no such type. */
    public static Optional<String> of(String wireName) {
        return Arrays.stream(DocumentType.values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst()
                .map(DocumentSchemas::of);
    }

    static String of(DocumentType type) {
        String name = "schemas/" + type.wireName() + ".json";
        try (InputStream in = DocumentSchemas.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The module was built without " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
