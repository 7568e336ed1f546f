package org.entente.agreements.language;

/** One VM or one container group on one site. Home and host operator use the same id for it. */
public record InstanceId(String value) implements Comparable<InstanceId> {
    public InstanceId {
        Identifier.checked("An instance's id", value);
    }

    @Override
    public int compareTo(InstanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
