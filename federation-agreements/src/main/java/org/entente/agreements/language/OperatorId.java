package org.entente.agreements.language;

/** A legal entity with its own broker, keys, sites and customers. */
public record OperatorId(String value) implements Comparable<OperatorId> {
    public OperatorId {
        Identifier.checked("An operator's id", value);
    }

    @Override
    public int compareTo(OperatorId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
