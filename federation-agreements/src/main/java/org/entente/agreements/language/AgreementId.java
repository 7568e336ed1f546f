package org.entente.agreements.language;

/** The terms that two operators both signed, over all their versions. */
public record AgreementId(String value) implements Comparable<AgreementId> {
    public AgreementId {
        Identifier.checked("An agreement's id", value);
    }

    @Override
    public int compareTo(AgreementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
