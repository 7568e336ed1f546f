package org.entente.agreements.document;

import java.util.UUID;

/** Names one document for ever. A second document with the same id and other content is a conflict. */
public record DocumentId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
