package org.entente.agreements.language;

/**
 * What a home operator calls one of its tenants before a host: the same under one agreement, so that the host can count what
 * it holds, and without meaning anywhere else.
 */
public record TenantPseudonym(String value) implements Comparable<TenantPseudonym> {
    public TenantPseudonym {
        Identifier.checked("A tenant's pseudonym", value);
    }

    @Override
    public int compareTo(TenantPseudonym other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
