package org.entente.agreements.keys;

import java.util.List;
import java.util.Optional;
import org.entente.agreements.language.OperatorId;

/** All keys that an operator ever published. Retired ones stay, so that old documents still verify. */
public record KeyHistory(OperatorId operator, List<PublishedKey> keys) {
    public KeyHistory {
        keys = List.copyOf(keys);
    }

    public Optional<PublishedKey> key(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }
}
