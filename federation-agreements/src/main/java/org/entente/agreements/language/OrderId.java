package org.entente.agreements.language;

/** What a customer asked for. Its deployment carries the same id, at the home and at every host operator. */
public record OrderId(String value) implements Comparable<OrderId> {
    public OrderId {
        Identifier.checked("An order's id", value);
    }

    @Override
    public int compareTo(OrderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
