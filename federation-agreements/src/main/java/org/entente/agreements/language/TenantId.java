package org.entente.agreements.language;

/** The account of a DevOps customer at its home operator. */
public record TenantId(String value) implements Comparable<TenantId> {
    public TenantId {
        Identifier.checked("A tenant's id", value);
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
