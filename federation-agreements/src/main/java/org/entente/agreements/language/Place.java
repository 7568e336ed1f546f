package org.entente.agreements.language;

/** A site together with the operator that runs it: the only way to name a site across operators. */
public record Place(OperatorId operator, SiteId site) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
        int byOperator = operator.compareTo(other.operator);
        return byOperator != 0 ? byOperator : site.compareTo(other.site);
    }

    @Override
    public String toString() {
        return operator + "/" + site;
    }
}
